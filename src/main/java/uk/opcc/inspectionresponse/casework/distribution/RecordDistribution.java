package uk.opcc.inspectionresponse.casework.distribution;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Adds to what a person recorded of a distribution who recorded it and when. */
@Component("recordDistribution")
class RecordDistribution implements TaskListener {

    private final Clock clock;
    private final People people;

    RecordDistribution(Clock clock, People people) {
        this.clock = clock;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        Distribution typed = ProcessVariables.DISTRIBUTION.get(task);
        ProcessVariables.DISTRIBUTION.set(
                task,
                Distribution.to(typed.address())
                        .on(typed.doneOnOr(StatutoryPeriod.today(clock)))
                        .noted(typed.note())
                        .recorded(people.actingOn(task), StatutoryPeriod.timestamp(clock)));
    }
}
