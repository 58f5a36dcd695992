package uk.opcc.inspectionresponse.casework.correction;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.casework.registration.CorrectedReports;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Publishes an approved correction as the next edition; the editions before it stay where they are. */
@Component("publishCorrection")
class PublishCorrection implements JavaDelegate {

    /** The box For Office Use Only of the publication, which is true of the corrected version from now on. */
    private final Register register;

    private final ApprovedResponses approved;
    private final CorrectedReports reports;
    private final Clock clock;

    PublishCorrection(Register register, ApprovedResponses approved, CorrectedReports reports, Clock clock) {
        this.reports = reports;
        this.register = register;
        this.approved = approved;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap variables = execution.getVariablesTyped(false);
        String reference = ProcessVariables.REFERENCE.get(variables);
        Response corrected = ResponseOfInspection.in(variables);
        register.correct(
                reference,
                ProcessVariables.CORRECTED_EDITION.get(variables),
                corrected,
                new Register.Correction(
                        ProcessVariables.CORRECTION.get(variables).reason(),
                        ProcessVariables.CORRECTED_BY.get(variables),
                        ProcessVariables.CORRECTION_APPROVED_BY.get(variables)));
        reports.isCorrected(reference, corrected.title(), corrected.published());
        approved.tick(reference, DiagramIds.PUBLISH_ON_WEBSITE, StatutoryPeriod.today(clock));
    }
}
