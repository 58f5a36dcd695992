package uk.opcc.inspectionresponse.casework.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
                .containsExactly("We recommend as follows.", "Recommendation 1\nDo it.");
    }

    @Test
    void mayBeNone() {
        assertThat(new RecommendationText(" \n\n\t").split()).isEmpty();
    }
}
