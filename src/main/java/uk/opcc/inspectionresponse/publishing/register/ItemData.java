package uk.opcc.inspectionresponse.publishing.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.publishing.document.Response;

/**
 * An item of a report and its answer as data for others. A cause of concern that holds recommendations is an item too,
 * before the first of them: it has no answer but theirs. What is not there is null.
 *
 * @param label as the report prints it
 * @param kind {@code recommendation}, {@code area-for-improvement} or {@code cause-of-concern}
 * @param causeOfConcern the label of the cause that it belongs to
 * @param deadline as the report sets it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemData(
        String label,
        String kind,
        String causeOfConcern,
        String text,
        LocalDate deadline,
        Comment chiefOfficersComment,
        Answer answer) {

    private static final String RECOMMENDATION = "recommendation";
    private static final String AREA_FOR_IMPROVEMENT = "area-for-improvement";
    private static final String CAUSE_OF_CONCERN = "cause-of-concern";

    /**
     * The chief officer's comment on the item.
     *
     * @param status {@code complete}, {@code in-progress}, {@code not-accepted} or {@code not-applicable}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Comment(String text, String status, String owner, LocalDate targetDate) {}

    /**
     * The explanation that section 55(5B) asks for.
     *
     * @param action whether it is of the action taken or proposed, and not of why there is none
     * @param sameAs the label of the item whose answer it shares
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(boolean action, String text, String sameAs, String owner, LocalDate targetDate) {}

    /** The items of a response, in the order of the report. */
    static List<ItemData> of(Response response) {
        Map<Integer, String> labels = response.recommendations().stream()
                .collect(Collectors.toMap(Response.Answer::number, Response.Answer::label, (first, second) -> first));
        Set<Response.Cause> causes = new HashSet<>();
        List<ItemData> items = new ArrayList<>();
        for (Response.Answer answer : response.recommendations()) {
            if (answer.cause() != null && causes.add(answer.cause())) {
                items.add(of(answer.cause()));
            }
            items.add(of(answer, labels));
        }
        return List.copyOf(items);
    }

    private static ItemData of(Response.Cause cause) {
        return new ItemData(
                PrintedText.inOneLine(cause.label()),
                CAUSE_OF_CONCERN,
                null,
                PrintedText.inLines(cause.text()),
                null,
                comment(cause.comment()),
                null);
    }

    private static ItemData of(Response.Answer answer, Map<Integer, String> labels) {
        Optional<Response.Asked> asked = Optional.ofNullable(answer.asked());
        return new ItemData(
                PrintedText.inOneLine(answer.label()),
                asked.map(Response.Asked::kind).orElseGet(() -> kind(answer.label())),
                Optional.ofNullable(answer.cause())
                        .map(Response.Cause::label)
                        .map(PrintedText::inOneLine)
                        .orElse(null),
                PrintedText.inLines(answer.recommendation()),
                asked.map(Response.Asked::deadline).orElse(null),
                comment(answer.comment()),
                new Answer(
                        answer.action(),
                        text(answer.explanation()),
                        Optional.ofNullable(answer.sameAs())
                                .map(labels::get)
                                .map(PrintedText::inOneLine)
                                .orElse(null),
                        text(answer.owner()),
                        answer.targetDate()));
    }

    /** Earlier releases published no kind: the label has the words for it. */
    private static String kind(String label) {
        String words = label.toLowerCase(Locale.UK);
        if (words.contains(RECOMMENDATION)) {
            return RECOMMENDATION;
        }
        if (words.contains("for improvement") || words.startsWith("afi")) {
            return AREA_FOR_IMPROVEMENT;
        }
        return words.contains("cause of concern") ? CAUSE_OF_CONCERN : RECOMMENDATION;
    }

    private static Comment comment(Response.Comment comment) {
        return comment == null
                ? null
                : new Comment(text(comment.text()), comment.status(), text(comment.owner()), comment.targetDate());
    }

    /** As the public reads it; null where there is nothing to read. */
    static String text(String typed) {
        return Optional.ofNullable(typed)
                .map(PrintedText::inLines)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
