package uk.opcc.inspectionresponse.casework.publication;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.PublicSite;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Decides whether the response is in time: section 55(5A) asks for publication before the end of the period, so the day
 * on which it was published on the website counts, and nothing else.
 */
@Component("recordPublication")
class RecordPublication implements TaskListener {

    private static final String HERE = "here";

    private final Clock clock;
    private final PublicSite site;

    RecordPublication(Clock clock, PublicSite site) {
        this.clock = clock;
        this.site = site;
    }

    @Override
    public void notify(DelegateTask task) {
        // An inspection that runs in a version of the diagram from before the register has only been published
        // elsewhere.
        if (ProcessVariables.PUBLISHED_WHERE.find(task).filter(HERE::equals).isPresent()) {
            ProcessVariables.DISTRIBUTION.set(task, here(task));
        }
        LocalDate publishedOn = ProcessVariables.DISTRIBUTION.get(task).doneOnOr(StatutoryPeriod.today(clock));
        StatutoryPeriod period = PeriodOfInspection.of(task);
        ProcessVariables.PUBLISHED_ON.set(task, publishedOn);
        ProcessVariables.PUBLISHED_ON_DAY.set(task, period.dayOf(publishedOn));
        ProcessVariables.IN_TIME.set(task, period.isInTime(publishedOn));
    }

    /** What is published here is so from this moment on, whatever day and address were sent. */
    private Distribution here(DelegateTask task) {
        return new Distribution(
                site.response(ProcessVariables.REFERENCE.get(task)),
                StatutoryPeriod.today(clock),
                ProcessVariables.DISTRIBUTION.find(task).map(Distribution::note).orElse(null),
                null,
                null);
    }
}
