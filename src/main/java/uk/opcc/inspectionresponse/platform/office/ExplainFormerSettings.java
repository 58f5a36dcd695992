package uk.opcc.inspectionresponse.platform.office;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how settings are called now. */
final class ExplainFormerSettings extends AbstractFailureAnalyzer<FormerSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FormerSettings cause) {
        return new FailureAnalysis(
                cause.getMessage() + "\nNothing was started and nothing was changed.",
                "Give each of them its new name, in the file or the environment variable where it is set now. What is set"
                        + " for a recipient is one block, office.recipients.<recipient>: address, letter and box.",
                cause);
    }
}
