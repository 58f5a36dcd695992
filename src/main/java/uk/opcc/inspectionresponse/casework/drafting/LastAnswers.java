package uk.opcc.inspectionresponse.casework.drafting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.EarlierAnswer;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.LastAnswer;

/**
 * What was answered the last time to an item that a related report had already: the same recommendations come again, in
 * a PEEL report after an accelerated cause of concern and in the letter about a revisit after that.
 */
final class LastAnswers {

    private final Map<String, EarlierAnswer> byItem = new HashMap<>();

    private LastAnswers(List<EarlierAnswer> earlier) {
        // Of two reports that are taken over the one that was linked last is the later answer.
        earlier.forEach(answer -> byItem.put(asCompared(answer.item()), answer));
    }

    static LastAnswers of(VariableScope inspection) {
        return new LastAnswers(ProcessVariables.EARLIER_ANSWERS.find(inspection).orElse(List.of()));
    }

    /** As the form proposes it; nothing where the item is new. */
    Optional<ExplanationText> proposed(Item item) {
        return find(item)
                .map(answer ->
                        new ExplanationText(answer.kind(), answer.text(), null, answer.owner(), answer.targetDate()));
    }

    /** As the form shows it above the answer, for each of these items that is not new. */
    List<LastAnswer> shown(List<Item> items) {
        return items.stream()
                .flatMap(item -> find(item).stream()
                        .map(answer -> new LastAnswer(
                                item.number(), answer.label() + " of " + answer.report(), answer.text())))
                .toList();
    }

    private Optional<EarlierAnswer> find(Item item) {
        return Optional.ofNullable(byItem.get(asCompared(item.text())));
    }

    /** Dashes, quotation marks, capitals and what stands at the end differ from one report to the next. */
    private static String asCompared(String text) {
        return SearchWords.plain(text).replaceAll("[\\s\\p{Punct}]+", " ").strip();
    }
}
