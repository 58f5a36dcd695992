package uk.opcc.inspectionresponse.casework.correction;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.publishing.register.Register;

/** Takes a finished correction: it must change something, and leave every recommendation with its explanation. */
@Component("recordCorrection")
class RecordCorrection implements TaskListener {

    private static final String FINISHED = "finished";

    private final Register register;
    private final People people;

    RecordCorrection(Register register, People people) {
        this.register = register;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!ProcessVariables.CORRECTION_NEXT.get(task).equals(FINISHED)) {
            return;
        }
        List<Explanation> before = ProcessVariables.EXPLANATIONS.find(task).orElse(List.of());
        if (!before.isEmpty()) {
            List<Explanation> explained = explanations(task, before);
            ProcessVariables.EXPLANATIONS.set(
                    task,
                    ProcessVariables.ANSWERS
                            .find(task)
                            .map(typed -> CorrectedParts.in(explained, typed))
                            .orElse(explained));
        }
        ProcessVariables.COMMENTS_ON
                .find(task)
                .ifPresent(typed -> ProcessVariables.ITEM_COMMENTS.set(
                        task,
                        CorrectedParts.comments(
                                ProcessVariables.ITEM_COMMENTS.find(task).orElse(List.of()), typed)));
        Response corrected = ResponseOfInspection.in(task.getVariablesTyped(false));
        if (register.texts(ProcessVariables.REFERENCE.get(task))
                .filter(corrected::equals)
                .isPresent()) {
            throw new InputRefused(
                    "correctionNext",
                    "What next: nothing has been changed. Correct a text, or withdraw the" + " correction.");
        }
        ProcessVariables.CORRECTED_BY.set(task, people.actingOn(task));
        ProcessVariables.SENT_BACK.set(task, null);
    }

    private static List<Explanation> explanations(DelegateTask task, List<Explanation> before) {
        return ExplanationsInOneText.read(ProcessVariables.CORRECTION.get(task).explanations(), before)
                .orElseThrow(() -> new InputRefused(
                        "correction.explanations",
                        "Explanations: each must have its line, from '" + ExplanationsInOneText.line(first(before))
                                + "' to '" + ExplanationsInOneText.line(last(before))
                                + "', in this order, with its explanation under it."));
    }

    private static List<Explanation> first(List<Explanation> before) {
        return ExplanationsInOneText.shared(before).get(0);
    }

    private static List<Explanation> last(List<Explanation> before) {
        List<List<Explanation>> all = ExplanationsInOneText.shared(before);
        return all.get(all.size() - 1);
    }
}
