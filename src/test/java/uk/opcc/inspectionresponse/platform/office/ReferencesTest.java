package uk.opcc.inspectionresponse.platform.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A reference")
class ReferencesTest {

    private final References references = of("OPCCN/{year}/{number}");

    private static References of(String form) {
        return new References(form);
    }

    @Test
    @DisplayName("is short, in the form of the office, and can stand in an address")
    void form() {
        assertThat(references.of(2026, 14)).isEqualTo("OPCCN-2026-14");
        assertThat(of("{number}-{year}").of(2026, 14)).isEqualTo("14-2026");
        assertThat(of("HMICFRS/PCC/{year}/{number}/R").shown("HMICFRS-PCC-2026-14-R"))
                .isEqualTo("HMICFRS/PCC/2026/14/R");
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({
        "OPCCN-2026-14, OPCCN/2026/14",
        "OPCCN-2026-14-correction-1, OPCCN/2026/14 (correction 1)",
        "OPCCN-2026-14-copy-home-office-2, OPCCN/2026/14 (copy home office 2)",
        "OPCCN-2026-14x, OPCCN-2026-14x",
        "2018-07-19-understanding-the-difference-12, 2018-07-19-understanding-the-difference-12",
        "demo-draft, demo-draft"
    })
    void shown(String kept, String shown) {
        assertThat(references.shown(kept)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "OPCCN-2026-14, true",
        "opccn/2026/14, true",
        "OPCCN-2026-14-custody, true",
        "OPCCN-2026, false",
        "2018-07-19-custody-12, false"
    })
    @DisplayName("are told from those that the office gives itself to what it imports")
    void counted(String reference, boolean counted) {
        assertThat(references.isCounted(reference)).isEqualTo(counted);
    }

    @ParameterizedTest(name = "{0} is taken for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "OPCCN/2026/14 | OPCCN-2026-14",
                "opccn/2026/14 | OPCCN-2026-14",
                "OPCCN-2026-14 | OPCCN-2026-14",
                "OPCCN/2026/14, Custody, a review | OPCCN-2026-14",
                "https://office.example/responses/OPCCN-2026-14 | OPCCN-2026-14",
                "https://office.example/responses/2018-07-19-custody-12/version-1?q=1 | 2018-07-19-custody-12",
                "2018-07-19-custody-12 | 2018-07-19-custody-12"
            })
    void typed(String typed, String kept) {
        assertThat(references.typed(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OPCCN",
                "OPCCN/{year}",
                "{number}",
                "/{year}/{number}",
                "O P/{year}/{number}",
                "ß{year}-{number}"
            })
    @DisplayName("in a form that could not be told apart, or not stand in an address, stops the start")
    void badForm(String form) {
        assertThatThrownBy(() -> of(form))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("office.reference");
    }
}
