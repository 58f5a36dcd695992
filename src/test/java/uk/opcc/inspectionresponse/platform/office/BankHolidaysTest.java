package uk.opcc.inspectionresponse.platform.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The bank holidays of the configuration")
class BankHolidaysTest {

    private static BankHolidays configured(Map<Integer, List<String>> ofYears) {
        OfficeProperties settings = mock(OfficeProperties.class);
        when(settings.bankHolidays()).thenReturn(ofYears);
        return BankHolidays.in(settings);
    }

    @Test
    @DisplayName("are no working days")
    void noWorkingDays() {
        var days =
                configured(Map.of(2029, List.of("2029-01-01", " 2029-12-25 "))).workingDays();
        assertThat(days.isOne(LocalDate.of(2029, 12, 25))).isFalse();
        assertThat(days.isOne(LocalDate.of(2029, 12, 24))).isTrue();
        assertThat(days.lastUpTo(LocalDate.of(2029, 1, 1))).isEqualTo(LocalDate.of(2028, 12, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25 December 2029", "2028-12-25", "2029-02-30", ""})
    @DisplayName("are refused where one is no day of its year, with what to write")
    void refused(String day) {
        assertThatThrownBy(() -> configured(Map.of(2029, List.of("2029-01-01", day))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("office.bank-holidays has \"" + day
                        + "\" in 2029: give the days of that year, as in 2029-12-25.");
    }
}
