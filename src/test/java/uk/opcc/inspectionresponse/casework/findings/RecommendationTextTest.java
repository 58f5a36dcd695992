package uk.opcc.inspectionresponse.casework.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Recommendations pasted from a report in one text")
class RecommendationTextTest {

    @Test
    void areToldApartByTheirHeadings() {
        assertThat(new RecommendationText("""
                                Recommendation 1
                                Within three months, forces should review it.

                                They should publish the result.

                                RECOMMENDATION 2: By March, forces should train
                                their call takers.""").split())
                .containsExactly(
                        "Within three months, forces should review it.\n\nThey should publish the result.",
                        "By March, forces should train\ntheir call takers.");
    }

    @Test
    void keepTheirOwnNumberWhereItIsNotTheirPlaceInTheText() {
        assertThat(new RecommendationText("Recommendation 4\nDo this.\n\nRecommendation 7\nDo that.").split())
                .containsExactly("Recommendation 4\nDo this.", "Recommendation 7\nDo that.");
    }

    @Test
    void areToldApartByNumbersInOrderAndNotByOtherNumbers() {
        assertThat(new RecommendationText("1. First, within\n12. months of 2018\n2) Second").split())
                .containsExactly("First, within\n12. months of 2018", "Second");
    }

    @Test
    void areToldApartByEmptyLines() {
        assertThat(new RecommendationText("One\r\nstill one\r\n\r\n \r\nTwo\n\n\nThree\n").split())
                .containsExactly("One\nstill one", "Two", "Three");
    }

    @Test
    void areToldApartByLinesOfHyphensBeforeAnythingElse() {
        assertThat(new RecommendationText("1. One\n\nmore of one\n---\n2. Two\n\n- a\n- b").split())
                .containsExactly("1. One\n\nmore of one", "2. Two\n\n- a\n- b");
    }

    @Test
    void loseNothingThatStandsBeforeTheFirst() {
        assertThat(new RecommendationText("We recommend as follows.\nRecommendation 1\nDo it.").split())
                .containsExactly("We recommend as follows.\n\nDo it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Recommendations\n\nRecommendation 1\nDo this.\n\nRecommendation 2\nDo that.",
                "Summary of recommendations:\n1. Do this.\n2. Do that.",
                "RECOMMENDATIONS\n\nDo this.\n\nDo that.",
                "List of recommendations for forces\nRecommendation 1: Do this.\nRecommendation 2 \u2013 Do that.",
                "Recommendation\u00A01\nDo this.\nRecommendation\u00A02\nDo that.",
                "1.\u00A0Do this.\n2.\u2003Do that.",
                "Recommendation 1 Do this.\nRecommendation 2 Do that."
            })
    void haveNoHeadingAmongThem(String pasted) {
        assertThat(new RecommendationText(pasted).split()).containsExactly("Do this.", "Do that.");
    }

    @Test
    void areNotToldApartWhereASentenceSpeaksOfARecommendation() {
        assertThat(new RecommendationText("""
                                Recommendation 1
                                Forces should act on
                                recommendation 4 of our report of 2019, and on
                                Recommendation 5 of the same.
                                Recommendation 2
                                Forces should train.""").split())
                .containsExactly(
                        "Forces should act on\nrecommendation 4 of our report of 2019, and on\nRecommendation 5 of the"
                                + " same.",
                        "Forces should train.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1. One:/1. a/2. b/2. Two/3. Three | One:/1. a/2. b | Two | Three",
                "1. One/2. Two:/1. a/2. b/3. Three | One | Two:/1. a/2. b | Three",
                "1. One/2. Two:/1. a/2. b/3. c/3. Three | One | Two:/1. a/2. b/3. c | Three",
                "1. One:/  1. a/  2. b/2. Two/  1) c/  2) d | One:/  1. a/  2. b | Two/  1) c/  2) d |",
                "1. One/1.1 a/1.2 b/2. Two | One/1.1 a/1.2 b | Two |",
                "4.1 One/still one/4.2 Two/4.3 Three | 4.1 One/still one | 4.2 Two | 4.3 Three"
            })
    void keepTheListsThatAreInThem(String pasted, String one, String two, String three) {
        assertThat(new RecommendationText(pasted.replace('/', '\n')).split())
                .isEqualTo(Stream.of(one, two, three)
                        .filter(text -> text != null)
                        .map(text -> text.replace('/', '\n'))
                        .toList());
    }

    @Test
    void areReadInTheCharactersThatWereMeant() {
        assertThat(new RecommendationText("1. Forces should im\u0002\nprove.\n2. For\u00ADces should train.").split())
                .containsExactly("Forces should improve.", "Forces should train.");
    }

    @Test
    void mayBeNone() {
        assertThat(new RecommendationText(" \n\n\t").split()).isEmpty();
    }
}
