package uk.opcc.inspectionresponse.casework.findings;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Findings;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** Reads the items of the report in what was pasted, to be shown for checking. */
@Component("readRecommendations")
class ReadRecommendations implements JavaDelegate {

    private static final String FIELD = "findings.recommendationsText";

    /** More than any report has: a text that falls into more has been pasted in a way that cannot be told apart. */
    private static final int MOST = 200;

    private final ReadItems readItems;
    private final ItemsToCheck toCheck;

    ReadRecommendations(ReadItems readItems, ItemsToCheck toCheck) {
        this.readItems = readItems;
        this.toCheck = toCheck;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<Item> before = ProcessVariables.RECOMMENDATIONS.find(execution).orElse(List.of());
        toCheck.put(execution, CorrectedItems.kept(in(execution), before));
    }

    /**
     * The items of the report.
     *
     * @throws InputRefused if there are none, or more than any report has
     */
    List<Item> in(VariableScope inspection) {
        Findings findings = ProcessVariables.FINDINGS.get(inspection);
        List<Item> items = readItems.read(
                findings.recommendationsText(),
                findings.keyFindings(),
                ProcessVariables.DATE_PUBLISHED.get(inspection));
        if (items.isEmpty()) {
            throw new InputRefused(FIELD, nothingFound(findings.recommendationsText()));
        }
        if (items.size() > MOST) {
            throw new InputRefused(
                    FIELD,
                    "Recommendations: the text falls into " + items.size() + " parts, and " + MOST
                            + " is the limit. Put a line of three hyphens (---) between one recommendation and the next.");
        }
        return items;
    }

    private static String nothingFound(String text) {
        return ReadItems.saysNothing(text)
                ? "Recommendations: there is no text here, and no heading such as Area for improvement in the key findings."
                        + " Paste the recommendations of the report, or choose that it has none."
                : "Recommendations: no recommendation was found in this text, only headings. Paste the text below them, or"
                        + " put a line of three hyphens (---) between one recommendation and the next.";
    }
}
