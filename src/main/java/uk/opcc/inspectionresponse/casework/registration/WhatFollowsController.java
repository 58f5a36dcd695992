package uk.opcc.inspectionresponse.casework.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.forms.Decisions;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;
import uk.opcc.inspectionresponse.process.ProcessVariables.TypeRules;
import uk.opcc.inspectionresponse.statutory.SentDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Says what follows from a day that somebody gives, before it is sent: a wrong day is seen by what follows from it. Of
 * a report it is by when to publish; of a publication, which day of the period it is.
 */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office")
class WhatFollowsController {

    private final Decisions decisions;
    private final WorkingDays workingDays;
    private final Clock clock;

    WhatFollowsController(Decisions decisions, WorkingDays workingDays, Clock clock) {
        this.decisions = decisions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What follows, in whole sentences. */
    record Words(String words) {}

    /**
     * What follows from the day on which a report was published.
     *
     * @param type of inspection; empty as long as none is chosen
     * @param by the day by which the report asks for a response; empty where it does not, or nobody has said so yet
     */
    @GetMapping("/statutory-period")
    Words ofReport(
            @RequestParam(defaultValue = "") String published,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String by) {
        return new Words(follows(day("published", published), rules(type), by.isEmpty() ? null : day("by", by)));
    }

    /**
     * Which day of the period a day is on which a response was published.
     *
     * @param last the last day of the period
     */
    @GetMapping("/day-of-publication")
    Words ofPublication(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String published,
            @RequestParam(defaultValue = "") String last) {
        LocalDate day = day("on", on);
        LocalDate first = day("published", published);
        LocalDate end = day("last", last);
        if (end.isBefore(first)) {
            throw refused("last: send a day that is not before the report was published.", "last");
        }
        StatutoryPeriod period = StatutoryPeriod.between(first, end);
        int number = period.dayOf(day);
        String written = WrittenDate.withWeekday(day);
        if (number < 1) {
            return new Words(written + " is before the report was published.");
        }
        return new Words(
                period.isInTime(day)
                        ? "%s is day %,d of %,d: in time.".formatted(written, number, period.length())
                        : "%s is day %,d, after the %,d days: late.".formatted(written, number, period.length()));
    }

    private RulesOfType rules(String type) {
        Map<String, String> row = decisions
                .ofProcess(
                        DiagramIds.INSPECTION_RESPONSE,
                        DiagramIds.INSPECTION_TYPES,
                        ProcessVariables.INSPECTION_TYPE.name())
                .map(rows -> rows.byValue().get(type))
                .orElse(Map.of());
        String within = row.getOrDefault("answeredWithin", "");
        return new RulesOfType(new TypeRules(within.isEmpty() ? null : within, null, null, row.get("alsoOwed")));
    }

    private String follows(LocalDate published, RulesOfType rules, LocalDate by) {
        LocalDate today = StatutoryPeriod.today(clock);
        String day = WrittenDate.withWeekday(published);
        StatutoryPeriod period;
        List<OtherDuty> duties;
        String begins = published.isAfter(today)
                ? day + " is in the future: only a report that is announced has such a date. It will be day 1. "
                : "Day 1 is " + day + ". Today is day %,d. ".formatted(new StatutoryPeriod(published).dayOf(today));
        try {
            if (rules.isAsTheReportSays() && (by == null || by.isBefore(published))) {
                return begins + "Enter the date by which the report asks for a response.";
            }
            period = rules.period(published, by);
            duties = rules.otherDuties(published);
        } catch (IllegalStateException mistakeInTheTable) {
            // Whoever registers the report is told.
            return begins;
        }
        LocalDate end = period.lastLawfulDay();
        String last = WrittenDate.withWeekday(end);
        String until = period.isInTime(today)
                ? "Publish on or before " + workingDays.written(end, published) + "."
                : "The last day to publish was " + last + ".";
        return begins
                + until
                + duties.stream()
                        .map(duty -> " " + duty.what() + " on or before " + WrittenDate.withWeekday(duty.by()) + ".")
                        .collect(Collectors.joining());
    }

    private static LocalDate day(String name, String sent) {
        return SentDate.read(sent).orElseThrow(() -> refused(name + ": send a day.", name));
    }

    private static RequestRefused refused(String what, String field) {
        return new RequestRefused(Problem.ofInput(HttpServletResponse.SC_BAD_REQUEST, what, field));
    }
}
