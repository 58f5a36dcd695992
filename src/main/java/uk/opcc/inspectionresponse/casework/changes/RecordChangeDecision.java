package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.ApprovalText;
import uk.opcc.inspectionresponse.process.ProcessVariables.SentBack;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Records who approved a change, or sent the request back and why. */
@Component("recordChangeDecision")
class RecordChangeDecision implements TaskListener {

    private static final String APPROVE = "approve";

    private final OthersDecide othersDecide;
    private final People people;
    private final Clock clock;

    RecordChangeDecision(OthersDecide othersDecide, People people, Clock clock) {
        this.othersDecide = othersDecide;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String decidedBy = people.actingOn(task);
        othersDecide.check(task, decidedBy);
        if (ProcessVariables.CHANGE_DECISION.get(task).equals(APPROVE)) {
            ProcessVariables.CHANGE_DECIDED_BY.set(task, decidedBy);
            return;
        }
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
}
