package uk.opcc.inspectionresponse.casework.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.EarlierAnswer;
import uk.opcc.inspectionresponse.process.ProcessVariables.Findings;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.publishing.register.Register;

/** Takes the items of an earlier report over into a later one, with their last answers. */
@Component
class ItemsTakenOver {

    private final Register register;
    private final ApprovedResponses approved;
    private final RuntimeService runtime;
    private final AsApplication application;

    ItemsTakenOver(Register register, ApprovedResponses approved, RuntimeService runtime, AsApplication application) {
        this.register = register;
        this.approved = approved;
        this.runtime = runtime;
        this.application = application;
    }

    /** How many answers there are to take over. */
    int answersOf(ChangedInspection earlier) {
        return answers(earlier).size();
    }

    /**
     * Offers the answers of one inspection where another is answered. Where nothing is recorded of the report of the
     * other yet, the text of the items is put before whoever records it.
     */
    void into(ChangedInspection later, ChangedInspection earlier) {
        later.running().ifPresent(running -> {
            Map<String, Object> offered = new HashMap<>();
            List<EarlierAnswer> answers = new ArrayList<>(
                    ProcessVariables.EARLIER_ANSWERS.find(later.variables()).orElse(List.of()));
            answers.addAll(answers(earlier));
            ProcessVariables.EARLIER_ANSWERS.put(offered, answers);
            Optional<Findings> recorded = ProcessVariables.FINDINGS.find(later.variables());
            boolean isRecorded =
                    ProcessVariables.RECOMMENDATIONS.find(later.variables()).isPresent()
                            || recorded.map(Findings::recommendationsText)
                                    .filter(text -> !text.isBlank())
                                    .isPresent();
            if (!isRecorded) {
                text(earlier)
                        .ifPresent(text -> ProcessVariables.FINDINGS.put(
                                offered,
                                new Findings(recorded.map(Findings::keyFindings).orElse(null), text)));
            }
            application.ask(() -> {
                runtime.setVariables(running.getId(), offered);
                return null;
            });
        });
    }

    private List<EarlierAnswer> answers(ChangedInspection earlier) {
        return response(earlier)
                .map(response -> response.recommendations().stream()
                        .map(answer -> new EarlierAnswer(
                                earlier.title(),
                                answer.label(),
                                answer.recommendation(),
                                answer.action() ? "action" : "no-action",
                                answer.explanation(),
                                answer.owner(),
                                answer.targetDate()))
                        .toList())
                .orElse(List.of());
    }

    /** What was published, which may have been corrected, or else approved: a draft is no answer yet. */
    private Optional<Response> response(ChangedInspection inspection) {
        return register.texts(inspection.reference())
                .or(() -> approved.latestVersion(inspection.reference())
                        .map(version -> ResponseOfInspection.in(inspection.variables())));
    }

    private Optional<String> text(ChangedInspection earlier) {
        return ProcessVariables.FINDINGS
                .find(earlier.variables())
                .map(Findings::recommendationsText)
                .filter(text -> !text.isBlank())
                .or(() -> response(earlier)
                        .map(response -> response.recommendations().stream()
                                .map(answer -> answer.label() + "\n\n" + answer.recommendation())
                                .collect(Collectors.joining("\n\n")))
                        .filter(text -> !text.isBlank()));
    }
}
