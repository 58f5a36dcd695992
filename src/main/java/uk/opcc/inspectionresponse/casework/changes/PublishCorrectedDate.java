package uk.opcc.inspectionresponse.casework.changes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.approval.KeptResponses;
import uk.opcc.inspectionresponse.casework.findings.DeadlinesOfMovedReport;
import uk.opcc.inspectionresponse.casework.registration.CorrectedDates;
import uk.opcc.inspectionresponse.casework.registration.CorrectedReports;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.MovedDate;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedVersion;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Publishes a response again as it was, but for the day on which its report was published, and which day of the period
 * the publication was by that.
 */
@Component("publishCorrectedDate")
class PublishCorrectedDate implements JavaDelegate {

    private final InspectionsToChange inspections;
    private final Register register;
    private final ApprovedResponses approved;
    private final KeptResponses kept;
    private final CorrectedReports reports;

    PublishCorrectedDate(
            InspectionsToChange inspections,
            Register register,
            ApprovedResponses approved,
            KeptResponses kept,
            CorrectedReports reports) {
        this.reports = reports;
        this.inspections = inspections;
        this.register = register;
        this.approved = approved;
        this.kept = kept;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap change = execution.getVariablesTyped(false);
        String reference = ProcessVariables.REFERENCE.get(change);
        MovedDate moved = ProcessVariables.MOVED_DATE.get(change);
        ChangedInspection inspection = inspections.find(reference).orElseThrow();
        StatutoryPeriod before = inspection.period().orElseThrow();
        Response published = register.texts(reference).orElseThrow();
        Response corrected = published.toReportOf(moved.to(), answers(published, inspection.variables(), moved));
        kept.keepWithTicks(reference, approvedOn(reference), corrected);
        register.correctDate(
                reference,
                corrected,
                CorrectedDates.period(inspection.variables(), moved.to(), before),
                new Register.Correction(moved.reason(), moved.requestedBy(), moved.decidedBy()));
        reports.isCorrected(reference, corrected.title(), moved.to());
        inspection.answeredOn().ifPresent(day -> approved.tick(reference, DiagramIds.PUBLISH_ON_WEBSITE, day));
    }

    /** Those that ask for something within a time from the publication ask for it by another day. */
    private static List<Response.Answer> answers(Response published, VariableMap inspection, MovedDate moved) {
        // Those of an inspection that has ended stand as they were at its end, whatever was corrected since.
        LocalDate counted = ProcessVariables.DATE_PUBLISHED.find(inspection).orElse(moved.from());
        DeadlinesOfMovedReport deadlines = new DeadlinesOfMovedReport(counted, moved.to());
        Map<Integer, LocalDate> byNumber = new HashMap<>();
        for (Item item : ProcessVariables.RECOMMENDATIONS.find(inspection).orElse(List.of())) {
            byNumber.put(item.number(), deadlines.of(item).deadline());
        }
        return published.recommendations().stream()
                .map(answer -> answer.asked() != null && byNumber.get(answer.number()) != null
                        ? answer.askedBy(byNumber.get(answer.number()))
                        : answer)
                .toList();
    }

    private LocalDate approvedOn(String reference) {
        List<ApprovedVersion> versions = approved.versions(reference);
        return versions.get(versions.size() - 1).approvedOn();
    }
}
