package uk.opcc.inspectionresponse.oversight.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** Who did what and when in an inspection, from the engine's history and its log of what users did. */
@Component
class AuditTrail {

    private static final Set<String> STEPS = Set.of(
            "userTask",
            "serviceTask",
            "callActivity",
            "businessRuleTask",
            "boundaryTimer",
            "boundaryError",
            "boundaryMessage",
            "boundaryConditional",
            "intermediateTimer",
            "messageStartEvent",
            "noneEndEvent",
            "terminateEndEvent");

    private final HistoryService history;
    private final People people;
    private final AsApplication application;
    private final MailEntries mails;
    private final Publications publications;
    private final SentFields sentFields;

    AuditTrail(
            HistoryService history,
            People people,
            AsApplication application,
            MailEntries mails,
            Publications publications,
            SentFields sentFields) {
        this.history = history;
        this.people = people;
        this.application = application;
        this.mails = mails;
        this.publications = publications;
        this.sentFields = sentFields;
    }

    /** The inspection with this reference, or with this id in the engine. */
    Optional<HistoricProcessInstance> find(String reference) {
        return application.ask(
                () -> history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                        .findFirst()
                        .or(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                                .processInstanceId(reference)
                                .singleResult())));
    }

    /** The title of the report; empty where none is recorded. */
    String title(HistoricProcessInstance process) {
        return text(process, ProcessVariables.TITLE.name()).orElse("");
    }

    /** The reference of the inspection that it is, or that it corrects or sends a copy of. */
    String inspectionOf(HistoricProcessInstance process) {
        return text(process, ProcessVariables.REFERENCE.name())
                .orElseGet(() -> process.getBusinessKey() == null ? "" : process.getBusinessKey());
    }

    private Optional<String> text(HistoricProcessInstance process, String variable) {
        return application.ask(() -> history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(process.getId())
                .executionIdIn(process.getId())
                .variableName(variable)
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst());
    }

    /** Everything that was done, in the order of time. */
    List<AuditEntry> of(HistoricProcessInstance inspection) {
        return application.ask(() -> {
            List<AuditEntry> entries = new ArrayList<>();
            Map<String, HistoricTaskInstance> tasks =
                    history.createHistoricTaskInstanceQuery().processInstanceId(inspection.getId()).list().stream()
                            .collect(Collectors.toMap(HistoricTaskInstance::getId, Function.identity()));
            Map<String, String> items = items(inspection.getId());
            Map<String, String> sent = sentFields.byOperation(inspection, tasks);
            Map<String, String> names = new HashMap<>();
            for (String process : withCalled(inspection.getId())) {
                for (UserOperationLogEntry done : history.createUserOperationLogQuery()
                        .processInstanceId(process)
                        .list()) {
                    entries.add(entry(inspection, done, tasks, items, sent, names));
                }
                entries.addAll(steps(process, items));
            }
            entries.addAll(mails.of(inspection, tasks.values()));
            entries.addAll(publications.of(inspection));
            entries.sort(Comparator.comparing(AuditEntry::at));
            return entries;
        });
    }

    /**
     * The inspection, and every process that it has called. The engine has an index of the process with which all
     * began, and none of the one that called.
     */
    private List<String> withCalled(String inspection) {
        return Stream.concat(
                        Stream.of(inspection),
                        history.createHistoricProcessInstanceQuery().rootProcessInstanceId(inspection).list().stream()
                                .filter(called -> inspection.equals(called.getSuperProcessInstanceId()))
                                .map(HistoricProcessInstance::getId))
                .toList();
    }

    /** Which item of the report each task is about, by the id of the task. */
    private Map<String, String> items(String inspection) {
        Map<String, String> items = new HashMap<>();
        for (HistoricVariableInstance listed : history.createHistoricVariableInstanceQuery()
                .processInstanceId(inspection)
                .variableNameIn(
                        ProcessVariables.LISTED_ITEM.name(),
                        ProcessVariables.LISTED_DUTY.name(),
                        ProcessVariables.LISTED_RECOMMENDATION.name())
                .list()) {
            if (listed.getTaskId() != null && listed.getValue() instanceof String label) {
                items.put(listed.getTaskId(), label);
            } else if (listed.getTaskId() != null && listed.getValue() instanceof Integer number) {
                // Tasks of earlier releases had the number alone.
                items.putIfAbsent(listed.getTaskId(), "Recommendation " + number);
            }
        }
        return items;
    }

    private static String named(String name, String item) {
        return item == null ? name : name + " (" + item + ")";
    }

    private List<AuditEntry> steps(String process, Map<String, String> items) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(process).list().stream()
                .filter(step -> STEPS.contains(step.getActivityType()))
                .map(step -> AuditEntry.byTheApplication(
                        step.getStartTime(),
                        step.getActivityType().equals("userTask") ? "opened" : "reached",
                        named(step.getActivityName(), items.get(step.getTaskId())),
                        ""))
                .toList();
    }

    private AuditEntry entry(
            HistoricProcessInstance inspection,
            UserOperationLogEntry done,
            Map<String, HistoricTaskInstance> tasks,
            Map<String, String> items,
            Map<String, String> sent,
            Map<String, String> names) {
        HistoricTaskInstance task = done.getTaskId() == null ? null : tasks.get(done.getTaskId());
        boolean isOfProcess = EntityTypes.PROCESS_INSTANCE.equals(done.getEntityType());
        boolean begun = isOfProcess && done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_CREATE);
        boolean filledIn = begun || done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE);
        boolean stopped = isOfProcess && done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_DELETE);
        String user = done.getUserId() == null ? "" : done.getUserId();
        return new AuditEntry(
                done.getTimestamp(),
                user,
                user.isEmpty() ? AuditEntry.APPLICATION : names.computeIfAbsent(user, people::nameOf),
                begun
                        ? PlainWords.ofStart(inspection.getProcessDefinitionKey())
                        : stopped ? "stopped" : PlainWords.ofOperation(done.getOperationType()),
                task == null ? on(done.getEntityType(), inspection) : named(task.getName(), items.get(task.getId())),
                filledIn || stopped ? sent.getOrDefault(done.getOperationId(), "") : change(done));
    }

    private static String on(String entityType, HistoricProcessInstance inspection) {
        return entityType.equals(EntityTypes.PROCESS_INSTANCE)
                ? PlainWords.ofProcess(inspection.getProcessDefinitionKey())
                : PlainWords.of(entityType);
    }

    private static String change(UserOperationLogEntry done) {
        if (done.getProperty() == null) {
            return "";
        }
        String field = PlainWords.of(done.getProperty());
        boolean wasNone = isNone(done.getOrgValue());
        String change = isNone(done.getNewValue())
                ? wasNone ? field + ": none" : field + ": no longer " + shown(done.getProperty(), done.getOrgValue())
                : field + ": " + shown(done.getProperty(), done.getNewValue())
                        + (wasNone ? "" : ", before: " + shown(done.getProperty(), done.getOrgValue()));
        return change + (done.getAnnotation() == null ? "" : " (" + done.getAnnotation() + ")");
    }

    private static boolean isNone(String value) {
        return value == null || value.isEmpty();
    }

    private static String shown(String field, String value) {
        return isNone(value) ? "none" : PlainWords.inBrief(PlainWords.ofValue(field, value));
    }
}
