package uk.opcc.inspectionresponse.casework.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.turns.Turns;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Comments;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;
import uk.opcc.inspectionresponse.process.ProcessVariables.ResponseText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Round;
import uk.opcc.inspectionresponse.process.ProcessVariables.SentBack;
import uk.opcc.inspectionresponse.process.ProcessVariables.Signatory;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Keeps every round of approval as it was: what was put before the approver, what was decided and why. */
@Component("recordDecision")
class RecordDecision implements TaskListener {

    private static final String SEND_BACK_TO = "send-back-to-";

    private final Clock clock;
    private final People people;
    private final FourEyes fourEyes;
    private final Turns turns;

    RecordDecision(Clock clock, People people, FourEyes fourEyes, Turns turns) {
        this.turns = turns;
        this.clock = clock;
        this.people = people;
        this.fourEyes = fourEyes;
    }

    @Override
    public void notify(DelegateTask task) {
        // Whoever corrects the date of the report at this moment has to know whether the response is being kept.
        turns.take(ProcessVariables.REFERENCE.get(task));
        String decision = ProcessVariables.APPROVAL_DECISION.get(task);
        boolean sentBack = decision.startsWith(SEND_BACK_TO);
        String reasons = ProcessVariables.APPROVAL
                .find(task)
                .map(ProcessVariables.ApprovalText::reasons)
                .filter(text -> sentBack)
                .orElse(null);
        String decidedBy = people.actingOn(task);
        fourEyes.check(task, ProcessVariables.APPROVAL_DECISION.name(), decidedBy);
        LocalDate today = StatutoryPeriod.today(clock);

        List<Round> rounds = new ArrayList<>(ProcessVariables.ROUNDS.find(task).orElse(List.of()));
        int number = rounds.size() + 1;
        rounds.add(new Round(
                number,
                ProcessVariables.COMMENTS.find(task).map(Comments::text).orElse(null),
                ProcessVariables.RESPONSE.find(task).map(ResponseText::text).orElse(null),
                ProcessVariables.EXPLANATIONS.find(task).orElse(List.of()),
                ProcessVariables.DRAFTED_BY.find(task).orElse(null),
                decision,
                reasons,
                decidedBy,
                people.nameOf(decidedBy),
                StatutoryPeriod.timestamp(clock),
                today,
                ProcessVariables.ITEM_COMMENTS.find(task).orElse(List.of()).stream()
                        .map(ItemComment::forPublication)
                        .toList()));
        ProcessVariables.ROUNDS.set(task, rounds);

        if (sentBack) {
            String to = decision.substring(SEND_BACK_TO.length());
            ProcessVariables.SENT_BACK.set(task, new SentBack(number, to, reasons, people.nameOf(decidedBy), today));
        } else {
            ProcessVariables.SENT_BACK.set(task, null);
            ProcessVariables.APPROVED_ON.set(task, today);
            // An inspection of an earlier release is approved with a form that asks for no signatory.
            ProcessVariables.SIGNATORIES
                    .find(task)
                    .ifPresent(all -> ProcessVariables.SIGNATURE.set(
                            task,
                            Signatory.signature(
                                    all, ProcessVariables.SIGNATORY.find(task).orElse(null), today)));
        }
    }
}
