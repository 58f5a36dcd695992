package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.opcc.inspectionresponse.publishing.document.Response.Answer;
import uk.opcc.inspectionresponse.publishing.document.Response.Cause;

@DisplayName("The answers of a response")
class AnsweredItemsTest {

    private static final Cause CUSTODY = new Cause("Cause of concern 1", "Custody records.");

    @Test
    @DisplayName("are printed once where several items share one, at the place of the first of them")
    void shared() {
        List<AnsweredItems> printed = AnsweredItems.of(List.of(
                answer(1, null, null),
                answer(2, null, null),
                answer(3, null, 1),
                answer(4, null, null),
                answer(5, null, 1)));

        assertThat(printed)
                .extracting(group -> group.items().stream()
                        .map(item -> item.answer().label())
                        .toList())
                .containsExactly(
                        List.of("Recommendation 11", "Recommendation 13", "Recommendation 15"),
                        List.of("Recommendation 12"),
                        List.of("Recommendation 14"));
        assertThat(printed.get(0).answer().explanation()).isEqualTo("Explained 1.");
    }

    @Test
    @DisplayName("stand below their cause of concern, which is printed once")
    void belowTheirCause() {
        List<AnsweredItems> printed =
                AnsweredItems.of(List.of(answer(1, null, null), answer(2, CUSTODY, null), answer(3, CUSTODY, null)));

        assertThat(causes(printed)).containsExactly("-", "Cause of concern 1, first", "-");
    }

    @Test
    @DisplayName("name their cause of concern again after those of another, whose text is printed once too")
    void severalCauses() {
        Cause records = new Cause(4, "Cause of concern 2", "Records.", null);
        // What an earlier release explained, and this one, is of one cause.
        Cause custody = new Cause(1, CUSTODY.label(), CUSTODY.text(), null);

        List<AnsweredItems> printed = AnsweredItems.of(List.of(
                answer(2, CUSTODY, null),
                answer(3, custody, null),
                answer(5, records, 2),
                answer(6, records, null),
                answer(7, null, null)));

        assertThat(causes(printed))
                .containsExactly(
                        "Cause of concern 1, first",
                        "Cause of concern 2, first",
                        "Cause of concern 1",
                        "Cause of concern 2",
                        "-");
    }

    /** What is printed above each item, in the order of printing. */
    private static List<String> causes(List<AnsweredItems> printed) {
        return printed.stream()
                .flatMap(group -> group.items().stream())
                .map(item -> item.cause() == null ? "-" : item.cause().label() + (item.isFirst() ? ", first" : ""))
                .toList();
    }

    @Test
    @DisplayName("are printed by themselves where the one that they shared is not there")
    void alone() {
        assertThat(AnsweredItems.of(List.of(answer(2, null, 1), answer(3, null, 1))))
                .extracting(group -> group.items().size())
                .containsExactly(1, 1);
    }

    private static Answer answer(int number, Cause cause, Integer sameAs) {
        return new Answer(
                number, "Do it.", true, "Explained " + number + ".", "Recommendation " + (10 + number), cause, sameAs);
    }
}
