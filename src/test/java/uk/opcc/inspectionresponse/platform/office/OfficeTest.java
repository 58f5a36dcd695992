package uk.opcc.inspectionresponse.platform.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The office")
class OfficeTest {

    @ParameterizedTest(name = "does not start with \"{0}\" as the subject of its letters")
    @ValueSource(strings = {"", "  "})
    void noSubject(String subject) {
        Office office = office(subject);

        assertThatThrownBy(office::checked)
                .isInstanceOf(SettingRefused.class)
                .hasMessage("office.document.letter-subject is empty.");
    }

    @Test
    @DisplayName("has a subject of its own for its letters")
    void subject() {
        Office office = office("About {title}");

        assertThat(office.checked()).isSameAs(office);
    }

    private static Office office(String subject) {
        return new Office("An office", new Office.Document(400, "", "", "", "", "", "", subject));
    }
}
