package uk.opcc.inspectionresponse.casework.duties;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Gives one duty, such as an action plan, its due date and a record of its own. */
@Component("beginOtherDuty")
class BeginOtherDuty implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        OtherDuty duty = ProcessVariables.OTHER_DUTY.get(execution);
        ProcessVariables.OTHER_DUTY_DUE.setLocal(
                execution, Date.from(StatutoryPeriod.endOf(duty.by()).toInstant()));
        ProcessVariables.DUTY_DONE.setLocal(execution, null);
    }
}
