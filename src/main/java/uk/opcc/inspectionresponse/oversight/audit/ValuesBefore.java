package uk.opcc.inspectionresponse.oversight.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;

/** What the variables of a process were when one of them was changed, by which a form named its fields then. */
final class ValuesBefore {

    private final Map<String, List<HistoricVariableUpdate>> byName = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, JsonNode> read = new HashMap<>();
    private final Function<HistoricVariableUpdate, JsonNode> value;

    /**
     * Those of a process.
     *
     * @param inOrder all its changes, as they occurred
     * @param value reads what one of them has set
     */
    ValuesBefore(List<HistoricVariableUpdate> inOrder, Function<HistoricVariableUpdate, JsonNode> value) {
        this.value = value;
        for (HistoricVariableUpdate update : inOrder) {
            places.put(update.getId(), places.size());
            byName.computeIfAbsent(update.getVariableName(), name -> new ArrayList<>())
                    .add(update);
        }
    }

    /** What a variable of the process, or of the same step, was before a change; missing where it was not there. */
    JsonNode of(String name, HistoricVariableUpdate changed) {
        HistoricVariableUpdate last = null;
        for (HistoricVariableUpdate update : byName.getOrDefault(name, List.of())) {
            boolean isSeen = update.getExecutionId().equals(update.getProcessInstanceId())
                    || update.getExecutionId().equals(changed.getExecutionId());
            if (isSeen && places.get(update.getId()) < places.get(changed.getId())) {
                last = update;
            }
        }
        if (last == null) {
            return MissingNode.getInstance();
        }
        JsonNode known = read.get(last.getId());
        if (known == null) {
            known = value.apply(last);
            read.put(last.getId(), known);
        }
        return known;
    }
}
