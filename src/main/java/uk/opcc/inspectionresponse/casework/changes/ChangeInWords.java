package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.registration.CorrectedDates;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Follows;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.RelatedInspections.Relation;
import uk.opcc.inspectionresponse.publishing.register.ReportsWithoutResponse.Reason;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** Says what a change is, and what would follow from it as things are. */
@Component
class ChangeInWords {

    static final String YES = "yes";

    private final InspectionsToChange inspections;
    private final CheckChange check;
    private final ApprovedResponses approved;
    private final ItemsTakenOver takenOver;
    private final References references;
    private final WorkingDays workingDays;
    private final Clock clock;

    ChangeInWords(
            InspectionsToChange inspections,
            CheckChange check,
            ApprovedResponses approved,
            ItemsTakenOver takenOver,
            References references,
            WorkingDays workingDays,
            Clock clock) {
        this.inspections = inspections;
        this.check = check;
        this.approved = approved;
        this.takenOver = takenOver;
        this.references = references;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What is asked for, in one sentence. */
    String asked(ChangedInspection inspection, VariableMap change) {
        return switch (ProcessVariables.CHANGE_KIND.get(change)) {
            case CheckChange.PUBLICATION_DATE ->
                "The report was published on "
                        + WrittenDate.of(ProcessVariables.RIGHT_DATE.get(change))
                        + inspection
                                .published()
                                .map(wrong -> ", and not on " + WrittenDate.of(wrong))
                                .orElse("")
                        + ".";
            case CheckChange.NO_RESPONSE ->
                "No response is needed. "
                        + Reason.of(ProcessVariables.NO_RESPONSE_BECAUSE.get(change))
                                .words()
                        + check.other(change).map(other -> ": " + named(other)).orElse("") + ".";
            default ->
                Relation.of(ProcessVariables.RELATION.get(change)).words() + " "
                        + check.other(change).map(this::named).orElse("") + ".";
        };
    }

    /** What would follow, whichever day it is decided on: one sentence on each line. */
    Follows follows(ChangedInspection inspection, VariableMap change) {
        List<String> follows = switch (ProcessVariables.CHANGE_KIND.get(change)) {
            case CheckChange.PUBLICATION_DATE -> ofDate(inspection, ProcessVariables.RIGHT_DATE.get(change));
            case CheckChange.NO_RESPONSE -> ofNoResponse(inspection, change);
            default -> ofRelation(inspection, change);
        };
        return new Follows(String.join("\n", follows));
    }

    /** What would follow today from another day of publication. */
    List<String> ofDateToday(ChangedInspection inspection, LocalDate right) {
        LocalDate today = StatutoryPeriod.today(clock);
        List<String> follows = new ArrayList<>(ofDate(inspection, right));
        if (inspection.answeredOn().isEmpty() && !right.isAfter(today)) {
            StatutoryPeriod after = CorrectedDates.period(
                    inspection.variables(), right, inspection.period().orElseThrow());
            follows.add(
                    after.isInTime(today)
                            ? "Today is day %,d of %,d.".formatted(after.dayOf(today), after.length())
                            : "Today is day %,d: the %,d days have ended."
                                    .formatted(after.dayOf(today), after.length()));
        }
        return follows;
    }

    private List<String> ofDate(ChangedInspection inspection, LocalDate right) {
        List<String> follows = new ArrayList<>();
        StatutoryPeriod before = inspection.period().orElseThrow();
        StatutoryPeriod after = CorrectedDates.period(inspection.variables(), right, before);
        LocalDate today = StatutoryPeriod.today(clock);
        if (right.isAfter(today)) {
            follows.add("The report is announced again. The work that has begun ends, and begins anew on "
                    + WrittenDate.withWeekday(right) + ". What was recorded of the report stays.");
            return follows;
        }
        String last = workingDays.written(after.lastLawfulDay(), right);
        follows.add(
                after.lastLawfulDay().equals(before.lastLawfulDay())
                        ? "The last lawful day stays " + last + "."
                        : "The last lawful day is " + last + ". It was "
                                + WrittenDate.withWeekday(before.lastLawfulDay()) + ".");
        inspection.answeredOn().ifPresent(answered -> follows.add(published(before, after, answered)));
        inspection
                .running()
                .ifPresent(running -> follows.add("All dates of the inspection, and of its open tasks, follow."));
        boolean isEscalated =
                ProcessVariables.ESCALATED.find(inspection.variables()).orElse(false);
        if (isEscalated
                && inspection
                        .running()
                        .filter(running -> !inspections.awaits(running, DiagramIds.PUBLICATION_DATE_WAS_WRONG))
                        .isPresent()) {
            follows.add("It stays escalated, as it began under an earlier version of the process.");
        }
        if (inspection.entry().isPresent()) {
            follows.add("The response is published again, with the right date of the report, as version "
                    + inspection
                            .entry()
                            .map(Entry::edition)
                            .map(edition -> edition + 1)
                            .orElse(1)
                    + " in the public register, which gives the reason.");
        } else if (approved.latestVersion(inspection.reference()).isPresent()) {
            follows.add(
                    "The approved response gets the right date of the report, and is otherwise as it was approved.");
        }
        boolean isSent = approved.latestVersion(inspection.reference())
                .filter(version -> approved.ticks(inspection.reference(), version).keySet().stream()
                        .anyMatch(box -> !box.equals(DiagramIds.PUBLISH_ON_WEBSITE)))
                .isPresent();
        if (isSent) {
            follows.add("The copies that are sent already have the date that was recorded. To send the right one, use"
                    + " Send a copy again.");
        }
        return follows;
    }

    private static String published(StatutoryPeriod before, StatutoryPeriod after, LocalDate answered) {
        return "The response was published on %s, which is day %,d of %,d: %s. By the recorded date it was day %,d: %s."
                .formatted(
                        WrittenDate.of(answered),
                        after.dayOf(answered),
                        after.length(),
                        timely(after, answered),
                        before.dayOf(answered),
                        timely(before, answered));
    }

    private static String timely(StatutoryPeriod period, LocalDate answered) {
        return period.isInTime(answered) ? "in time" : "late";
    }

    private List<String> ofNoResponse(ChangedInspection inspection, VariableMap change) {
        List<String> follows = new ArrayList<>();
        follows.add("The inspection ends, and nothing of it is published.");
        List<String> open = inspection.running().map(inspections::openTasks).orElse(List.of());
        if (!open.isEmpty()) {
            follows.add("These tasks end: " + String.join(", ", open) + ".");
        }
        check.other(change).ifPresent(other -> follows.add("It is linked with " + named(other) + "."));
        follows.add(
                CheckChange.isSaidInRegister(change)
                        ? "The public register lists the report among those that need no response, with the reason."
                        : "The public register does not mention it.");
        return follows;
    }

    private List<String> ofRelation(ChangedInspection inspection, VariableMap change) {
        List<String> follows = new ArrayList<>();
        follows.add("Each of the two inspections names the other. The public register does once both responses are"
                + " published.");
        if (ProcessVariables.TAKEN_OVER.find(change).filter(YES::equals).isPresent()) {
            int answers = check.other(change)
                    .flatMap(inspections::find)
                    .map(takenOver::answersOf)
                    .orElse(0);
            follows.add(
                    inspection.running().isEmpty()
                            ? "This inspection has ended, so nothing is taken over into it."
                            : answers == 0
                                    ? "The other report has no approved answers that could be taken over."
                                    : "Where this report repeats an item of the other, its last answer is offered when it"
                                            + " is answered. The other has " + answers
                                            + (answers == 1 ? " answer." : " answers."));
        }
        return follows;
    }

    private String named(String reference) {
        return references.shown(reference)
                + inspections
                        .find(reference)
                        .map(ChangedInspection::title)
                        .filter(title -> !title.equals(reference))
                        .map(title -> ", " + title)
                        .orElse("");
    }
}
