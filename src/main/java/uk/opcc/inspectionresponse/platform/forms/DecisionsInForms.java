package uk.opcc.inspectionresponse.platform.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.DecidedInTask;
import uk.opcc.inspectionresponse.process.AsApplication;

/** Knows what was decided in a task from what came with its form, in the words of the form. */
@Component
class DecisionsInForms implements DecidedInTask {

    private final HistoryService history;
    private final DeployedForms forms;
    private final AsApplication application;

    DecisionsInForms(HistoryService history, DeployedForms forms, AsApplication application) {
        this.history = history;
        this.forms = forms;
        this.application = application;
    }

    @Override
    public Optional<String> of(HistoricTaskInstance completed) {
        return forms.wordsOf(completed.getProcessDefinitionId(), completed.getTaskDefinitionKey())
                .flatMap(words -> words.decision(sentWith(completed)));
    }

    /** The short values, by their names. What is written after it is what the application has made of it. */
    private Map<String, String> sentWith(HistoricTaskInstance completed) {
        Map<String, String> sent = new HashMap<>();
        for (HistoricDetail detail : application.ask(() -> history.createHistoricDetailQuery()
                .activityInstanceId(completed.getActivityInstanceId())
                .variableUpdates()
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderPartiallyByOccurrence()
                .asc()
                .list())) {
            HistoricVariableUpdate update = (HistoricVariableUpdate) detail;
            if (update.getUserOperationId() != null && update.getTypedValue().getValue() instanceof String value) {
                sent.putIfAbsent(update.getVariableName(), value);
            }
        }
        return sent;
    }
}
