package uk.opcc.inspectionresponse.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set where the administrator has no password. */
final class ExplainMissingPassword extends AbstractFailureAnalyzer<AdministratorHasNoPassword> {

    @Override
    protected FailureAnalysis analyze(Throwable root, AdministratorHasNoPassword cause) {
        return new FailureAnalysis(
                cause.getMessage() + " Nothing was started and nothing was created.",
                "Set the environment variable ADMIN_PASSWORD to the password that the administrator will sign in with"
                        + " (and ADMIN_USER, if the user name is not to be 'admin')."
                        + " To try the application out with demo users and demo data instead, set"
                        + " SPRING_PROFILES_ACTIVE=demo.",
                cause);
    }
}
