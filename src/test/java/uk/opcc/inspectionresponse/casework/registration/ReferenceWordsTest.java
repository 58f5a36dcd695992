package uk.opcc.inspectionresponse.casework.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The words of a title in the reference")
class ReferenceWordsTest {

    @ParameterizedTest(name = "of {0} are {1}")
    @CsvSource({
        "Understanding the Difference, understanding-the-difference",
        "'  Police Performance: Getting a grip! ', police-performance-getting-a-grip",
        "The force’s answer to children''s calls, the-forces-answer-to-childrens-calls",
        "Café – Zürich & Gdańsk, cafe-zurich-gdansk",
        "PEEL 2023/25, peel-2023-25",
        "ﬁve ﬂats, five-flats",
        "調査, report",
        "'---', report"
    })
    void words(String title, String words) {
        assertThat(AssignReference.inReference(title)).isEqualTo(words);
    }

    @ParameterizedTest(name = "end with a whole word before the fiftieth character: {0}")
    @CsvSource({
        "An inspection of the effectiveness of the police and law enforcement bodies, an-inspection-of-the-effectiveness-of-the-police",
        "Aninspectionoftheeffectivenessofthepoliceandlawenforcementbodies, aninspectionoftheeffectivenessofthepoliceandlawenf"
    })
    void endWithAWord(String title, String words) {
        assertThat(AssignReference.inReference(title)).isEqualTo(words).hasSizeLessThanOrEqualTo(50);
    }
}
