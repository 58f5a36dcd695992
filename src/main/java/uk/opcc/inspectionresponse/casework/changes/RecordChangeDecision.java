package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.ApprovalText;
import uk.opcc.inspectionresponse.process.ProcessVariables.SentBack;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Records who approved a change, or sent the request back and why. Where something else follows by now than the manager
 * was shown, they read that first.
 */
@Component("recordChangeDecision")
class RecordChangeDecision implements TaskListener {

    private static final String APPROVE = "approve";

    private final OthersDecide othersDecide;
    private final CheckChange check;
    private final ChangeInWords words;
    private final People people;
    private final Clock clock;

    RecordChangeDecision(
            OthersDecide othersDecide, CheckChange check, ChangeInWords words, People people, Clock clock) {
        this.othersDecide = othersDecide;
        this.check = check;
        this.words = words;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String decidedBy = people.actingOn(task);
        othersDecide.check(task, decidedBy);
        if (ProcessVariables.CHANGE_DECISION.get(task).equals(APPROVE)) {
            boolean isAsShown = isAsShown(task.getVariablesTyped(false));
            ProcessVariables.AS_SHOWN.set(task, isAsShown);
            if (isAsShown) {
                ProcessVariables.CHANGE_DECIDED_BY.set(task, decidedBy);
            }
            return;
        }
        ProcessVariables.AS_SHOWN.set(task, null);
        int round = ProcessVariables.SENT_BACK.find(task).map(SentBack::round).orElse(0) + 1;
        ProcessVariables.SENT_BACK.set(
                task,
                new SentBack(
                        round,
                        "requester",
                        ProcessVariables.APPROVAL
                                .find(task)
                                .map(ApprovalText::reasons)
                                .orElse(null),
                        people.nameOf(decidedBy),
                        StatutoryPeriod.today(clock)));
    }

    private boolean isAsShown(VariableMap change) {
        try {
            return ProcessVariables.CHANGE_FOLLOWS.get(change).equals(words.follows(check.of(change), change));
        } catch (InputRefused cannotBeMade) {
            throw cannotBeMade.at(
                    ProcessVariables.CHANGE_DECISION.name(),
                    "Decision: this cannot be approved as things are. Wait, or send it back. ");
        }
    }
}
