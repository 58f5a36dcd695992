package uk.opcc.inspectionresponse.platform.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.statutory.SentDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Says what follows from the day on which a report was published, before anybody registers it: a wrong day is seen by
 * what follows from it.
 */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/statutory-period")
class StatutoryPeriodController {

    private final Clock clock;

    StatutoryPeriodController(Clock clock) {
        this.clock = clock;
    }

    /** What follows, in whole sentences. */
    record Words(String words) {}

    @GetMapping
    Words words(@RequestParam(defaultValue = "") String published) {
        return SentDate.read(published)
                .map(day -> new Words(of(day)))
                .orElseThrow(() -> new RequestRefused(Problem.ofInput(
                        HttpServletResponse.SC_BAD_REQUEST, "published: send a date like 2018-07-19.", "published")));
    }

    private String of(LocalDate published) {
        LocalDate today = StatutoryPeriod.today(clock);
        String day = WrittenDate.withWeekday(published);
        if (published.isAfter(today)) {
            return day + " is in the future: register a report once it is published.";
        }
        StatutoryPeriod period = new StatutoryPeriod(published);
        String last = WrittenDate.withWeekday(period.lastLawfulDay());
        String begins = "Day 1 is " + day + ". Today is day %,d. ".formatted(period.dayOf(today));
        return period.isInTime(today)
                ? begins + "Publish on or before " + last + "."
                : begins + "The last day to publish was " + last + ".";
    }
}
