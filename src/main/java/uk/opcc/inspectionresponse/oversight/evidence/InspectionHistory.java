package uk.opcc.inspectionresponse.oversight.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** What the engine's history has of an inspection, running or ended, until it is cleaned up. */
@Component
class InspectionHistory {

    private final HistoryService history;
    private final AsApplication application;

    InspectionHistory(HistoryService history, AsApplication application) {
        this.history = history;
        this.application = application;
    }

    /** The inspection with this reference, or with this id in the engine. */
    Optional<HistoricProcessInstance> find(String reference) {
        return application.ask(() -> newest(inspections().processInstanceBusinessKey(reference))
                .or(() -> newest(inspections().processInstanceId(reference))));
    }

    /** The corrections of a response, the first one first. */
    List<HistoricProcessInstance> corrections(String reference) {
        return of(reference, DiagramIds.CORRECT_RESPONSE);
    }

    /** Each time that a copy of a response was to be sent again, the first one first. */
    List<HistoricProcessInstance> sentAgain(String reference) {
        return of(reference, DiagramIds.SEND_COPY_AGAIN);
    }

    /** Each change of an inspection that was asked for, the first one first. */
    List<HistoricProcessInstance> changes(String reference) {
        return of(reference, DiagramIds.CHANGE_INSPECTION);
    }

    private List<HistoricProcessInstance> of(String reference, String process) {
        return application.ask(() -> history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .variableValueEquals(ProcessVariables.REFERENCE.name(), reference)
                .orderByProcessInstanceStartTime()
                .asc()
                .list());
    }

    /** The variables of the whole inspection, as they are, or were at its end. */
    VariableMap variables(HistoricProcessInstance inspection) {
        return application.ask(() -> {
            VariableMap variables = Variables.createVariables();
            for (HistoricVariableInstance variable : history.createHistoricVariableInstanceQuery()
                    .processInstanceId(inspection.getId())
                    .executionIdIn(inspection.getId())
                    .disableCustomObjectDeserialization()
                    .list()) {
                variables.putValueTyped(variable.getName(), variable.getTypedValue());
            }
            return variables;
        });
    }

    private HistoricProcessInstanceQuery inspections() {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(DiagramIds.INSPECTION_RESPONSE);
    }

    /** A reference can be given again once the history of the first is cleaned up. */
    private static Optional<HistoricProcessInstance> newest(HistoricProcessInstanceQuery query) {
        return query.list().stream().max(Comparator.comparing(HistoricProcessInstance::getStartTime));
    }
}
