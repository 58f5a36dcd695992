package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.registration.CorrectedDates;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.turns.Turns;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.RelatedInspections;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Says what of a change cannot be made: when somebody asks for it, and again when it is decided, as the inspection has
 * gone on meanwhile.
 */
@Component
class CheckChange {

    static final String PUBLICATION_DATE = "publication-date";
    static final String NO_RESPONSE = "no-response";
    static final String RELATED = "related";

    static final String REGISTERED_TWICE = "registered-twice";
    static final String ANSWERED_ELSEWHERE = "answered-elsewhere";

    /** Where none is needed because there is another inspection, which is named. */
    private static final Set<String> NAMES_ANOTHER = Set.of(ANSWERED_ELSEWHERE, REGISTERED_TWICE);

    private final InspectionsToChange inspections;
    private final ApprovedResponses approved;
    private final RelatedInspections related;
    private final References references;
    private final Turns turns;
    private final Clock clock;

    CheckChange(
            InspectionsToChange inspections,
            ApprovedResponses approved,
            RelatedInspections related,
            References references,
            Turns turns,
            Clock clock) {
        this.turns = turns;
        this.inspections = inspections;
        this.approved = approved;
        this.related = related;
        this.references = references;
        this.clock = clock;
    }

    /**
     * The inspection that is to be changed, if the change can be made as things are.
     *
     * @param change the variables of the process that changes it
     * @throws InputRefused if it cannot be made, at the field that says so
     */
    ChangedInspection of(VariableMap change) {
        String reference = references.typed(ProcessVariables.REFERENCE.get(change));
        // Each of two reports that answer each other would end because of the other.
        turns.take(Stream.concat(Stream.of(reference), other(change).stream()).toArray(String[]::new));
        ChangedInspection inspection = inspections
                .find(reference)
                .orElseThrow(() -> refused(
                        ProcessVariables.REFERENCE,
                        "Inspection: there is none with this reference. Choose it from the list, or type its"
                                + " reference."));
        if (inspection.entry().filter(Entry::isImported).isPresent()) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: this one was imported from the office's earlier records, and cannot be changed here.");
        }
        if (inspection.running().filter(ProcessInstance::isSuspended).isPresent()) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: an administrator has suspended this one. Ask for the change when it goes on.");
        }
        String kind = ProcessVariables.CHANGE_KIND.get(change);
        if (!kind.equals(RELATED)
                && inspection.running().filter(inspections::isAnnounced).isPresent()) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: the report of this one is announced. Say what has changed in the task Await the"
                            + " publication of the report.");
        }
        switch (kind) {
            case PUBLICATION_DATE ->
                checkDate(
                        inspection,
                        ProcessVariables.RIGHT_DATE
                                .find(change)
                                .orElseThrow(
                                        () -> refused(
                                                ProcessVariables.RIGHT_DATE,
                                                "Right date of publication: enter the day on which the report was published.")));
            case NO_RESPONSE -> checkNoResponse(inspection, change);
            default -> checkRelated(inspection, change);
        }
        return inspection;
    }

    /**
     * Whether the public register says that no response is needed: of one that is there twice it would say nothing
     * true.
     */
    static boolean isSaidInRegister(VariableMap change) {
        return ProcessVariables.SAID_IN_REGISTER
                        .find(change)
                        .filter(ChangeInWords.YES::equals)
                        .isPresent()
                && ProcessVariables.NO_RESPONSE_BECAUSE
                        .find(change)
                        .filter(REGISTERED_TWICE::equals)
                        .isEmpty();
    }

    /** The reference of the other inspection, as it is kept; nothing where the change names none. */
    Optional<String> other(VariableMap change) {
        boolean isNamed = switch (ProcessVariables.CHANGE_KIND.get(change)) {
            case RELATED -> true;
            case NO_RESPONSE ->
                ProcessVariables.NO_RESPONSE_BECAUSE
                        .find(change)
                        .filter(NAMES_ANOTHER::contains)
                        .isPresent();
            default -> false;
        };
        return isNamed ? ProcessVariables.OTHER_INSPECTION.find(change).map(references::typed) : Optional.empty();
    }

    private void checkDate(ChangedInspection inspection, LocalDate right) {
        StatutoryPeriod before = inspection
                .period()
                .orElseThrow(() -> refused(
                        ProcessVariables.REFERENCE,
                        "Inspection: nothing says any more when the report of this one was published."));
        if (inspection.running().isEmpty() && inspection.entry().isEmpty()) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: this one has ended without a response, so no date follows from its publication.");
        }
        if (right.equals(before.published())) {
            throw refused(
                    ProcessVariables.RIGHT_DATE,
                    "Right date of publication: " + WrittenDate.of(right) + " is the date that is recorded already.");
        }
        inspection.answeredOn().filter(right::isAfter).ifPresent(answered -> {
            throw refused(
                    ProcessVariables.RIGHT_DATE,
                    "Right date of publication: the response was published on " + WrittenDate.of(answered)
                            + ", so the report cannot have been published later.");
        });
        if (right.isAfter(StatutoryPeriod.today(clock))) {
            checkStillToCome(inspection);
        }
        try {
            CorrectedDates.period(inspection.variables(), right, before);
        } catch (IllegalArgumentException lastDayIsBefore) {
            throw refused(
                    ProcessVariables.RIGHT_DATE,
                    "Right date of publication: the report asks for a response by "
                            + WrittenDate.of(before.lastLawfulDay()) + ", so it cannot have been published later.");
        }
        if (inspections.isBeingSent(inspection)) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: a copy of its response is being sent, with the date that is recorded. Wait until it is"
                            + " sent or has come back. If that takes hours, tell an administrator.");
        }
        if (inspection
                .running()
                .filter(running -> inspections.isAt(running, DiagramIds.KEEP_APPROVED_RESPONSE))
                .isPresent()) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: its response has just been approved, and is being kept with the date that is recorded."
                            + " Try again in a minute. If that takes hours, tell an administrator.");
        }
        if (inspections.isBeingCorrected(inspection.reference())) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: its published response is being corrected. Finish or withdraw that correction first.");
        }
    }

    private void checkStillToCome(ChangedInspection inspection) {
        if (ProcessVariables.APPROVED_ON.find(inspection.variables()).isPresent()
                || approved.latestVersion(inspection.reference()).isPresent()) {
            throw refused(
                    ProcessVariables.RIGHT_DATE,
                    "Right date of publication: the response is approved, so the report cannot be still to come. Enter"
                            + " a date that is not in the future.");
        }
        boolean canBeAnnounced = inspection
                .running()
                .filter(running -> inspections.awaits(running, DiagramIds.REPORT_NOT_OUT_YET))
                .isPresent();
        if (!canBeAnnounced) {
            throw refused(
                    ProcessVariables.RIGHT_DATE,
                    "Right date of publication: this inspection began before reports could be announced. Enter a date"
                            + " that is not in the future, or ask to end it and register the report when it comes out.");
        }
    }

    private void checkNoResponse(ChangedInspection inspection, VariableMap change) {
        if (inspection.answeredOn().isPresent()) {
            throw refused(
                    ProcessVariables.REFERENCE, "Inspection: its response is published, so there is nothing to end.");
        }
        ProcessInstance running = inspection
                .running()
                .orElseThrow(() -> refused(ProcessVariables.REFERENCE, "Inspection: this one has ended already."));
        if (inspections.isSent(running)) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: the distribution of its response has begun. Publish the response, which is approved.");
        }
        if (ProcessVariables.NO_RESPONSE_BECAUSE
                .find(change)
                .filter(NAMES_ANOTHER::contains)
                .isPresent()) {
            checkAnswering(checkOther(inspection, change));
        } else if (related.isReliedOn(inspection.reference())) {
            throw refused(
                    ProcessVariables.REFERENCE,
                    "Inspection: its response also answers another report, which has ended for that reason.");
        }
    }

    /** A report that needs no response because of another is answered there, now or one day. */
    private void checkAnswering(String other) {
        ChangedInspection answering = inspections.find(other).orElseThrow();
        boolean answers = answering.entry().isPresent()
                || answering
                        .running()
                        .filter(running -> !inspections.isAnnounced(running))
                        .isPresent();
        if (!answers) {
            throw refused(
                    ProcessVariables.OTHER_INSPECTION,
                    "Other inspection: there is no response to this one, and none is being prepared. Choose the one that"
                            + " answers the report.");
        }
    }

    private void checkRelated(ChangedInspection inspection, VariableMap change) {
        String other = checkOther(inspection, change);
        if (related.isRelated(inspection.reference(), other)) {
            throw refused(ProcessVariables.OTHER_INSPECTION, "Other inspection: the two are linked already.");
        }
    }

    private String checkOther(ChangedInspection inspection, VariableMap change) {
        String other = other(change)
                .orElseThrow(() -> refused(
                        ProcessVariables.OTHER_INSPECTION,
                        "Other inspection: choose it from the list, or type its reference."));
        if (other.equals(inspection.reference())) {
            throw refused(ProcessVariables.OTHER_INSPECTION, "Other inspection: this is the same one. Choose another.");
        }
        if (inspections.find(other).isEmpty()) {
            throw refused(
                    ProcessVariables.OTHER_INSPECTION,
                    "Other inspection: there is none with this reference. Choose it from the list, or type its"
                            + " reference.");
        }
        return other;
    }

    private static InputRefused refused(ProcessVariable<?> field, String words) {
        return new InputRefused(field.name(), words);
    }
}
