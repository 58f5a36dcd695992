package uk.opcc.inspectionresponse.casework.duties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.DoneDuty;
import uk.opcc.inspectionresponse.process.ProcessVariables.DutyDone;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;

/**
 * Puts what became of one duty beside what became of the others: an exclusive job, so that two people who complete
 * theirs at one moment do not get in each other's way.
 */
@Component("keepWhatWasDone")
class KeepWhatWasDone implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        OtherDuty duty = ProcessVariables.OTHER_DUTY.get(execution);
        DutyDone done = ProcessVariables.DUTY_DONE.get(execution);
        List<DoneDuty> all =
                new ArrayList<>(ProcessVariables.DONE_DUTIES.find(execution).orElse(List.of()));
        // An administrator may have had it done again.
        all.removeIf(before -> before.number() == duty.number());
        all.add(new DoneDuty(
                duty.number(), duty.what(), duty.by(), done.outcome(), done.on(), done.note(), done.recordedBy()));
        all.sort(Comparator.comparingInt(DoneDuty::number));
        ProcessVariables.DONE_DUTIES.set(execution, all);
    }
}
