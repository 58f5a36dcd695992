package uk.opcc.inspectionresponse.casework.approval;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.ApprovalText;
import uk.opcc.inspectionresponse.process.ProcessVariables.SentBack;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Records who approved the correction of a published response, or sent it back and why. */
@Component("recordCorrectionDecision")
class RecordCorrectionDecision implements TaskListener {

    private static final String APPROVE = "approve";

    private final Clock clock;
    private final People people;
    private final FourEyes fourEyes;

    RecordCorrectionDecision(Clock clock, People people, FourEyes fourEyes) {
        this.clock = clock;
        this.people = people;
        this.fourEyes = fourEyes;
    }

    @Override
    public void notify(DelegateTask task) {
        String decidedBy = people.actingOn(task);
        fourEyes.check(task, ProcessVariables.CORRECTION_DECISION.name(), decidedBy);
        LocalDate today = StatutoryPeriod.today(clock);
        if (ProcessVariables.CORRECTION_DECISION.get(task).equals(APPROVE)) {
            ProcessVariables.CORRECTION_APPROVED_BY.set(task, decidedBy);
            ProcessVariables.APPROVED_ON.set(task, today);
        } else {
            String reasons = ProcessVariables.APPROVAL
                    .find(task)
                    .map(ApprovalText::reasons)
                    .orElse(null);
            int round =
                    ProcessVariables.SENT_BACK.find(task).map(SentBack::round).orElse(0) + 1;
            ProcessVariables.SENT_BACK.set(
                    task, new SentBack(round, "writer", reasons, people.nameOf(decidedBy), today));
        }
    }
}
