package uk.opcc.inspectionresponse.distribution;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Decides whether the response is in time: section 55(5A) asks for publication before the end of the 56 days, so the day
 * on which it was published on the website counts, and nothing else.
 */
@Component
class RecordPublication implements TaskListener {

    private final Clock clock;

    RecordPublication(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        LocalDate publishedOn = RecordDistribution.doneOn(ProcessVariables.DISTRIBUTION.get(task), clock);
        StatutoryPeriod period = new StatutoryPeriod(LocalDate.parse(ProcessVariables.DATE_PUBLISHED.get(task)));
        ProcessVariables.PUBLISHED_ON.set(task, publishedOn.toString());
        ProcessVariables.PUBLISHED_ON_DAY.set(task, period.dayOf(publishedOn));
        ProcessVariables.IN_TIME.set(task, period.isInTime(publishedOn));
    }
}
