package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Publication;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.PublishedEdition;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Version;
import uk.opcc.inspectionresponse.oversight.evidence.Timeliness.Recorded;
import uk.opcc.inspectionresponse.platform.office.PublicSite;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.process.ProcessVariables.TypeRules;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.publishing.register.Edition;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.publishing.register.ReportsWithoutResponse;
import uk.opcc.inspectionresponse.publishing.register.ReportsWithoutResponse.ReportWithoutResponse;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Reads together what is on record of an inspection: in the engine's history as long as that is kept, and in the tables
 * of the application, which are kept for good. It only reads.
 */
@Component
class CollectEvidence {

    private static final String HERE = "here";

    private final InspectionHistory history;
    private final Register register;
    private final CollectVersions versions;
    private final CollectRecipients recipients;
    private final CollectItems items;
    private final CollectDuties duties;
    private final CollectChanges changes;
    private final ReportsWithoutResponse withoutResponse;
    private final Names names;
    private final PublicSite site;
    private final Clock clock;

    CollectEvidence(
            InspectionHistory history,
            Register register,
            CollectVersions versions,
            CollectRecipients recipients,
            CollectItems items,
            CollectDuties duties,
            CollectChanges changes,
            ReportsWithoutResponse withoutResponse,
            Names names,
            PublicSite site,
            Clock clock) {
        this.history = history;
        this.register = register;
        this.versions = versions;
        this.recipients = recipients;
        this.items = items;
        this.duties = duties;
        this.changes = changes;
        this.withoutResponse = withoutResponse;
        this.names = names;
        this.site = site;
        this.clock = clock;
    }

    /**
     * What is on record under a reference, or under an inspection's id in the engine; nothing where neither is known.
     */
    Optional<Evidence> find(String asked) {
        Optional<HistoricProcessInstance> inspection = history.find(asked);
        String reference =
                inspection.map(HistoricProcessInstance::getBusinessKey).orElse(asked);
        // Of what was imported nothing is on record but what the public reads.
        Optional<Entry> entry = register.find(reference).filter(listed -> !listed.isImported());
        List<HistoricProcessInstance> changed = history.changes(reference);
        VariableMap variables = inspection
                .map(history::variables)
                .map(found -> changes.corrected(found, changed))
                .orElseGet(Variables::createVariables);
        List<Edition> editions = register.editions(reference);
        List<Version> approved = versions.of(reference, variables, editions);
        Optional<ReportWithoutResponse> noResponse = withoutResponse.find(reference);
        if (inspection.isEmpty()
                && entry.isEmpty()
                && approved.isEmpty()
                && noResponse.isEmpty()
                && !recipients.areThere(reference)) {
            return Optional.empty();
        }
        List<HistoricProcessInstance> audited =
                new ArrayList<>(inspection.stream().toList());
        audited.addAll(history.corrections(reference));
        List<HistoricProcessInstance> sentAgain = history.sentAgain(reference);
        audited.addAll(sentAgain);
        audited.addAll(changed);
        StatutoryPeriod period = PeriodOfInspection.find(variables)
                .or(() -> entry.map(listed -> new StatutoryPeriod(listed.reportPublishedOn(), listed.periodLength())))
                .or(() -> noResponse.map(report -> new StatutoryPeriod(report.publishedOn())))
                .orElse(null);
        LocalDate reportPublished = period == null ? null : period.published();
        Timeliness timeliness = timeliness(period, inspection, variables, entry, noResponse);
        return Optional.of(new Evidence(
                reference,
                address(reference, inspection),
                ProcessVariables.TITLE
                        .find(variables)
                        .or(() -> register.texts(reference).map(Response::title))
                        .or(() -> noResponse.map(ReportWithoutResponse::title))
                        .orElse(null),
                ProcessVariables.INSPECTION_TYPE
                        .find(variables)
                        .or(() -> entry.map(Entry::inspectionType))
                        .or(() -> noResponse.map(ReportWithoutResponse::inspectionType))
                        .orElse(null),
                reportPublished,
                period,
                isOfTheAct(reference, period, variables),
                ProcessVariables.LAST_DAY_IS.find(variables).orElse(null),
                inspection
                        .map(one -> course(one, variables, noResponse))
                        .orElse("Ended; the history of its steps is no longer kept"),
                inspection.isPresent(),
                timeliness,
                publication(reference, variables, entry, editions),
                approved,
                recipients.of(
                        reference,
                        variables,
                        sentAgain.stream().map(history::variables).toList(),
                        approved),
                items.of(reference, variables),
                duties.of(variables),
                changes.of(changed),
                changes.relatedTo(reference),
                timeliness.verdict() == Timeliness.Verdict.NOT_OWED && noResponse.isEmpty(),
                audited));
    }

    /** Where the response names no other law, and no other period holds. */
    private boolean isOfTheAct(String reference, StatutoryPeriod period, VariableMap variables) {
        if (period != null && period.length() != StatutoryPeriod.LENGTH) {
            return false;
        }
        return ProcessVariables.TYPE_RULES
                .find(variables)
                .map(TypeRules::statute)
                .or(() -> register.texts(reference).map(Response::statute))
                .isEmpty();
    }

    /** A client may have chosen a reference that cannot stand in an address. */
    private static String address(String reference, Optional<HistoricProcessInstance> inspection) {
        return reference.matches("[A-Za-z0-9_-]+")
                ? reference
                : inspection.map(HistoricProcessInstance::getId).orElse(reference);
    }

    /** Whether the report that was announced did not come. */
    private static boolean isWithdrawn(VariableMap variables) {
        return ProcessVariables.ANNOUNCEMENT_NEXT
                .find(variables)
                .filter(ProcessVariables.WITHDRAWN::equals)
                .isPresent();
    }

    private static String course(
            HistoricProcessInstance inspection, VariableMap variables, Optional<ReportWithoutResponse> noResponse) {
        if (noResponse.isPresent()) {
            return "Ended without a response: " + noResponse.get().reason();
        }
        return switch (inspection.getState()) {
            case HistoricProcessInstance.STATE_COMPLETED ->
                isWithdrawn(variables)
                        ? "Ended, as the report was not published: "
                                + ProcessVariables.ANNOUNCEMENT_REASON
                                        .find(variables)
                                        .orElse("")
                        : "Finished";
            case HistoricProcessInstance.STATE_ACTIVE -> "Going on";
            case HistoricProcessInstance.STATE_SUSPENDED -> "Suspended by an administrator";
            default -> "Stopped before its end";
        };
    }

    private Timeliness timeliness(
            StatutoryPeriod period,
            Optional<HistoricProcessInstance> inspection,
            VariableMap variables,
            Optional<Entry> entry,
            Optional<ReportWithoutResponse> noResponse) {
        if (noResponse.isPresent()) {
            return Timeliness.noResponseNeeded(noResponse.get().because().words());
        }
        if (period == null) {
            return Timeliness.unknown();
        }
        List<Recorded> recorded = new ArrayList<>();
        Optional<LocalDate> publishedOn = ProcessVariables.PUBLISHED_ON.find(variables);
        if (publishedOn.isPresent() || entry.isPresent() && inspection.isPresent()) {
            recorded.add(new Recorded(
                    publishedOn.orElse(null),
                    ProcessVariables.PUBLISHED_ON_DAY.find(variables).orElse(null),
                    ProcessVariables.IN_TIME.find(variables).orElse(null)));
        }
        entry.ifPresent(
                listed -> recorded.add(new Recorded(listed.publishedOn(), listed.publishedOnDay(), listed.inTime())));
        boolean isWithdrawn = inspection.isPresent() && isWithdrawn(variables);
        if (recorded.isEmpty() && isWithdrawn) {
            return Timeliness.reportNotPublished();
        }
        if (recorded.isEmpty() && period.published().isAfter(StatutoryPeriod.today(clock))) {
            return Timeliness.announced(period.published());
        }
        if (recorded.isEmpty()) {
            return Timeliness.notPublished(
                    period,
                    StatutoryPeriod.today(clock),
                    inspection.map(HistoricProcessInstance::getEndTime).isPresent() || inspection.isEmpty());
        }
        return Timeliness.published(period, recorded, isHere(variables, entry));
    }

    private static boolean isHere(VariableMap variables, Optional<Entry> entry) {
        return entry.map(listed -> listed.link() == null)
                .orElseGet(() -> ProcessVariables.PUBLISHED_WHERE
                        .find(variables)
                        .filter(HERE::equals)
                        .isPresent());
    }

    private Publication publication(
            String reference, VariableMap variables, Optional<Entry> entry, List<Edition> editions) {
        Optional<Distribution> recorded = ProcessVariables.WEBSITE_DISTRIBUTION
                .find(variables)
                .filter(publication -> publication.recordedBy() != null);
        LocalDate on = ProcessVariables.PUBLISHED_ON
                .find(variables)
                .or(() -> entry.map(Entry::publishedOn))
                .orElse(null);
        if (on == null) {
            return null;
        }
        boolean here = isHere(variables, entry);
        String link = entry.map(Entry::link)
                .or(() -> recorded.map(Distribution::address))
                .orElse(null);
        return new Publication(
                on,
                here && entry.isPresent() ? site.response(reference) : link,
                here,
                names.of(recorded.map(Distribution::recordedBy)
                        .or(() -> editions.stream().findFirst().map(Edition::publishedBy))
                        .orElse(null)),
                recorded.map(publication -> CollectRecipients.instant(publication.recordedAt()))
                        .or(() -> entry.map(Entry::publishedAt))
                        .orElse(null),
                recorded.map(Distribution::note).filter(note -> !note.isBlank()).orElse(null),
                editions.stream()
                        .map(edition -> new PublishedEdition(
                                edition.number(),
                                edition.version(),
                                edition.publishedAt(),
                                names.of(edition.publishedBy()),
                                names.of(edition.approvedBy()),
                                edition.reason()))
                        .toList());
    }
}
