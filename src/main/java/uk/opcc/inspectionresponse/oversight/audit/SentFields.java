package uk.opcc.inspectionresponse.oversight.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.forms.DeployedForms;
import uk.opcc.inspectionresponse.platform.forms.FormWords;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.process.JsonTree;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * What came with each completion, and with the start: the fields that were filled in, as the form calls them, with what
 * is short.
 */
@Component
class SentFields {

    private final HistoryService history;
    private final DeployedForms forms;
    private final References references;

    SentFields(HistoryService history, DeployedForms forms, References references) {
        this.history = history;
        this.forms = forms;
        this.references = references;
    }

    /** In words, by the id of the operation. */
    Map<String, String> byOperation(HistoricProcessInstance inspection, Map<String, HistoricTaskInstance> tasks) {
        Map<String, FormWords> formsOfOperations = formsOfOperations(inspection, tasks);
        Map<String, Map<String, HistoricVariableUpdate>> sent = new HashMap<>();
        List<HistoricVariableUpdate> all = history
                .createHistoricDetailQuery()
                .processInstanceId(inspection.getId())
                .variableUpdates()
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricVariableUpdate.class::cast)
                // The engine's order is that of one variable: of several the database gives them in any.
                .sorted(Comparator.comparing(HistoricVariableUpdate::getTime).thenComparing(SentFields::madeAt))
                .toList();
        ValuesBefore before = new ValuesBefore(all, this::value);
        all.stream()
                .filter(update -> update.getUserOperationId() != null)
                .filter(update -> isSent(update, formsOfOperations.get(update.getUserOperationId())))
                // What is written after it in the same transaction is what the application has made of it.
                .forEach(update -> sent.computeIfAbsent(update.getUserOperationId(), id -> new LinkedHashMap<>())
                        .putIfAbsent(update.getVariableName(), update));
        Map<String, String> words = new HashMap<>();
        sent.forEach((operation, updates) -> words.put(
                operation,
                updates.values().stream()
                        .flatMap(update ->
                                written(update, Optional.ofNullable(formsOfOperations.get(operation)), before).stream())
                        .distinct()
                        .collect(Collectors.joining(", "))));
        return words;
    }

    /** The application has set others in the same transaction. */
    private static boolean isSent(HistoricVariableUpdate update, FormWords form) {
        return (form == null || form.has(update.getVariableName()))
                && !ProcessVariables.OF_THE_ENGINE.contains(update.getVariableName());
    }

    /** The form that came with an operation, by the id of the operation. */
    private Map<String, FormWords> formsOfOperations(
            HistoricProcessInstance inspection, Map<String, HistoricTaskInstance> tasks) {
        Map<String, Optional<FormWords>> known = new HashMap<>();
        Map<String, FormWords> found = new HashMap<>();
        for (UserOperationLogEntry done : history.createUserOperationLogQuery()
                .processInstanceId(inspection.getId())
                .list()) {
            step(done, inspection, tasks)
                    .flatMap(step ->
                            known.computeIfAbsent(step, id -> forms.wordsOf(inspection.getProcessDefinitionId(), id)))
                    .ifPresent(form -> found.put(done.getOperationId(), form));
        }
        return found;
    }

    private static Optional<String> step(
            UserOperationLogEntry done, HistoricProcessInstance inspection, Map<String, HistoricTaskInstance> tasks) {
        HistoricTaskInstance task = done.getTaskId() == null ? null : tasks.get(done.getTaskId());
        if (task != null) {
            return Optional.of(task.getTaskDefinitionKey());
        }
        return EntityTypes.PROCESS_INSTANCE.equals(done.getEntityType())
                        && done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                ? Optional.ofNullable(inspection.getStartActivityId())
                : Optional.empty();
    }

    /** Nothing of what was left empty. */
    private Optional<String> written(HistoricVariableUpdate update, Optional<FormWords> form, ValuesBefore before) {
        String field = update.getVariableName();
        return switch (update.getTypeName()) {
            case "null" -> Optional.empty();
            case "string" ->
                Optional.ofNullable(update.getValue())
                        .map(value -> PrintedText.inOneLine(value.toString()))
                        .filter(value -> !value.isEmpty())
                        .map(value -> withValue(field, value, form));
            default -> parts(update, form.map(words -> words.asShown(name -> before.of(name, update))));
        };
    }

    /** The engine's ids have the moment in them, more exactly than the time that it keeps. */
    private static long madeAt(HistoricVariableUpdate update) {
        try {
            UUID id = UUID.fromString(update.getId());
            return id.version() == 1 ? id.timestamp() : 0;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private String withValue(String field, String value, Optional<FormWords> form) {
        String label = form.flatMap(words -> words.labels(field)).orElse(PlainWords.of(field));
        return label
                + (label.endsWith("?") ? " " : ": ")
                + form.flatMap(words -> words.chosen(field, value)).orElseGet(() -> shown(field, value));
    }

    /** The names of the fields alone: what they hold is long, and stands in the evidence. */
    private Optional<String> parts(HistoricVariableUpdate update, Optional<FormWords> form) {
        String field = update.getVariableName();
        if (form.isEmpty() || !form.get().hasParts(field)) {
            return Optional.of(form.flatMap(words -> words.labels(field)).orElse(PlainWords.of(field)));
        }
        Set<String> filledIn = filledIn(update);
        return filledIn.isEmpty()
                ? Optional.empty()
                : Optional.of(form.get().labels(field, filledIn).orElse(PlainWords.of(field)));
    }

    private JsonNode value(HistoricVariableUpdate update) {
        HistoricVariableUpdate withValue = (HistoricVariableUpdate) history.createHistoricDetailQuery()
                .detailId(update.getId())
                .disableCustomObjectDeserialization()
                .singleResult();
        return JsonTree.of(withValue.getTypedValue());
    }

    private Set<String> filledIn(HistoricVariableUpdate update) {
        Set<String> filledIn = new TreeSet<>();
        value(update).properties().forEach(part -> {
            if (isFilledIn(part.getValue())) {
                filledIn.add(part.getKey());
            }
        });
        return filledIn;
    }

    private static boolean isFilledIn(JsonNode value) {
        return !value.isNull() && !(value.isTextual() && value.textValue().isBlank());
    }

    private String shown(String field, String value) {
        return PlainWords.inBrief(
                field.equals(ProcessVariables.REFERENCE.name())
                        ? references.shown(references.typed(value))
                        : PlainWords.ofValue(field, value));
    }
}
