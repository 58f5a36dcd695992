package uk.opcc.inspectionresponse.casework.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

@DisplayName("Items pasted from a report")
class ReadItemsTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2024, 3, 11);

    private final ReadItems readItems = new ReadItems(DeliveredOffice.addressees());

    private List<Item> read(String recommendations) {
        return readItems.read(recommendations, "", PUBLISHED);
    }

    private List<String> texts(String recommendations) {
        return read(recommendations).stream().map(Item::text).toList();
    }

    /** With the number that is printed, where it is not the place in the order. */
    private List<String> numbered(String recommendations) {
        return read(recommendations).stream()
                .map(item -> item.label().equals("Recommendation " + item.number())
                        ? item.text()
                        : item.label().substring("Recommendation ".length()) + " " + item.text())
                .toList();
    }

    @Test
    void areToldApartByTheirHeadings() {
        assertThat(texts("""
                                Recommendation 1
                                Within three months, forces should review it.

                                They should publish the result.

                                RECOMMENDATION 2: By March, forces should train
                                their call takers."""))
                .containsExactly(
                        "Within three months, forces should review it.\n\nThey should publish the result.",
                        "By March, forces should train\ntheir call takers.");
    }

    @Test
    void keepTheirOwnNumberWhereItIsNotTheirPlaceInTheText() {
        assertThat(numbered("Recommendation 4\nDo this.\n\nRecommendation 7\nDo that."))
                .containsExactly("4 Do this.", "7 Do that.");
    }

    @Test
    void areToldApartByNumbersInOrderAndNotByOtherNumbers() {
        assertThat(texts("1. First, within\n12. months of 2018\n2) Second"))
                .containsExactly("First, within\n12. months of 2018", "Second");
    }

    @Test
    void areToldApartByEmptyLines() {
        assertThat(texts("One\r\nstill one\r\n\r\n \r\nTwo\n\n\nThree\n"))
                .containsExactly("One\nstill one", "Two", "Three");
    }

    @Test
    void areToldApartByLinesOfHyphensBeforeAnythingElse() {
        assertThat(texts("1. One\n\nmore of one\n---\n2. Two\n\n- a\n- b"))
                .containsExactly("One\n\nmore of one", "Two\n\n- a\n- b");
    }

    @Test
    void loseNothingThatStandsBeforeTheFirst() {
        assertThat(texts("We recommend as follows.\nRecommendation 1\nDo it."))
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
                "Recommendation 1 Do this.\nRecommendation 2 Do that.",
                "Our recommendations\n\nDo this.\n\nDo that.",
                "Key recommendations for forces:\n\nDo this.\n\nDo that.",
                "Summary of the areas for improvement\n\nDo this.\n\nDo that.",
                "Recommendations made to the police\n1) Do this.\n2) Do that.",
                "recommendation 1: Do this.\nrecommendation 2: Do that.",
                "recommendation 1\nDo this.\n\nrecommendation 2\nDo that.",
                "recommendation 1 \u2013 Do this.\nrecommendation 2 \u2013 Do that.",
                "1.\nDo this.\n2.\nDo that.",
                "1)\n\nDo this.\n\n2) \nDo that."
            })
    void haveNoHeadingAmongThem(String pasted) {
        assertThat(texts(pasted)).containsExactly("Do this.", "Do that.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Review outstanding recommendations",
                "Address the causes of concern",
                "Implement all recommendations for custody",
                "Publish a list of recommendations",
                "Forces should meet the recommendations",
                "Close every area for improvement:",
                "Recommendations for forces are overdue",
                "Recommendations for forces, and for their partners in health, in education and in housing"
            })
    void haveAmongThemWhatMerelySpeaksOfRecommendations(String first) {
        assertThat(texts(first + "\n\nTrain all officers\n\nReport"))
                .containsExactly(first, "Train all officers", "Report");
        assertThat(texts(first + "\n\n1. Train all officers\n2. Report"))
                .containsExactly(first + "\n\nTrain all officers", "Report");
    }

    @Test
    void areNotToldApartWhereASentenceSpeaksOfARecommendation() {
        assertThat(texts("""
                                Recommendation 1
                                Forces should act on
                                recommendation 4 of our report of 2019, and on
                                Recommendation 5 of the same.
                                Recommendation 2
                                Forces should train, as in
                                Recommendation 7
                                of our report, in
                                recommendation 8
                                and in
                                Recommendation 4\u20136 of another."""))
                .containsExactly(
                        "Forces should act on\nrecommendation 4 of our report of 2019, and on\nRecommendation 5 of the"
                                + " same.",
                        "Forces should train, as in\nRecommendation 7\nof our report, in\nrecommendation 8\nand in\n"
                                + "Recommendation 4\u20136 of another.");
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
                "4.1 One/still one/4.2 Two/4.3 Three | 4.1 One/still one | 4.2 Two | 4.3 Three",
                // Of two levels.
                "Recommendation 1.1/Do this./Recommendation 1.2/Do that. | 1.1 Do this. | 1.2 Do that. |",
                "Recommendation 2.1 Do this./Recommendation 2.2 Do that. | 2.1 Do this. | 2.2 Do that. |",
                "Recommendation 3.1: this/Recommendation 3.2: that | 3.1 this | 3.2 that |",
                "Recommendation 5.1 train them/Recommendation 5.2 \u2026 | 5.1 train them | 5.2 \u2026 |",
                "RECOMMENDATION 1.9: One, as/Recommendation 2.1 of our report says. | 1.9 One, as/Recommendation 2.1 of our report says. | |",
                "4.1 One:/1. a/2. b/4.2 Two | 4.1 One:/1. a/2. b | 4.2 Two |",
                "4.1/One/4.2/Two/5.1/Three | 4.1 One | 4.2 Two | 5.1 Three",
                "Recommendations/4.1. One, in/98.2 per cent, or/4.2 million/4.2. Two | 4.1 One, in/98.2 per cent, or/4.2 million | 4.2 Two |",
                "The force recorded/98.2 per cent of crimes.//Forces should train. | The force recorded/98.2 per cent of crimes. | Forces should train. |",
                "It took/4.5 million calls and/4.6 million more.//Train. | It took/4.5 million calls and/4.6 million more. | Train. |",
                "It rose to/98.2 of a hundred.//Train. | It rose to/98.2 of a hundred. | Train. |",
                "As in section/4.1 Forces/should act./4.1 Train./4.2 Report. | 4.1 As in section/4.1 Forces/should act.//Train. | 4.2 Report. |",
                // "1." in the first.
                "1. One:/1. a/2. Two/3. Three | One:/1. a | Two | Three",
                "1. As we said in chapter/1. The force should act./2. Train./3. Report. | As we said in chapter/1. The force should act. | Train. | Report.",
                "1. As we said in chapter/2. The force should act./2. Train./3. Report. | As we said in chapter/2. The force should act. | Train. | Report.",
                "1. Of those in group/1. The force should act./2. Train./3. Report. | Of those in group/1. The force should act. | Train. | Report.",
                "1. One:/1. a/2. b/Also:/1. c/2. d/2. Two | One:/1. a/2. b/Also:/1. c/2. d | Two |",
                "1. One:/1) a/2) b/2. Two/1) c/2) d/3) e | One:/1) a/2) b | Two/1) c/2) d/3) e |",
                "1. One, in/    2. of the Act/2. Two | One, in/    2. of the Act | Two |",
                "In the last/12. months/1. One/2. Two | In the last/12. months//One | Two |",
                // The first of which is not 1.
                "2. Two:/1. a/2. b/3. Three:/1. x/2. y/3. z/4. Four | 2 Two:/1. a/2. b | 3 Three:/1. x/2. y/3. z | 4 Four",
                "4. One/5. Two/6. Three | 4 One | 5 Two | 6 Three",
                "12. One//Two | 12. One | Two |",
                // Some of which are not for the force.
                "6. One//7. Two//still two//9. Three | 6 One | 7 Two//still two | 9 Three",
                "1. One//2. Two, within/12. months//4. Three | One | Two, within/12. months | 4 Three",
                "2.1 One//2.2 Two//3.4 Three | 2.1 One | 2.2 Two | 3.4 Three",
                "4. One//6. Two//9. Three | 4 One | 6 Two | 9 Three"
            })
    void keepTheListsThatAreInThem(String pasted, String one, String two, String three) {
        assertThat(numbered(pasted.replace('/', '\n')))
                .isEqualTo(Stream.of(one, two, three)
                        .filter(text -> text != null)
                        .map(text -> text.replace('/', '\n'))
                        .toList());
    }

    @Test
    void areReadInTheCharactersThatWereMeant() {
        assertThat(texts("1. Forces should im\u0002\nprove.\n2. For\u00ADces should train."))
                .containsExactly("Forces should improve.", "Forces should train.");
    }

    @Test
    void mayBeNone() {
        assertThat(texts(" \n\n\t")).isEmpty();
    }
}
