package uk.opcc.inspectionresponse.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set where the administrator's password is too weak. */
final class ExplainRefusedPassword extends AbstractFailureAnalyzer<AdministratorsPasswordRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, AdministratorsPasswordRefused cause) {
        return new FailureAnalysis(
                cause.getMessage() + " Nothing was started and nothing was created.",
                "Set the environment variable ADMIN_PASSWORD to another password; three random words make a good one.",
                cause);
    }
}
