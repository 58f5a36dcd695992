package uk.opcc.inspectionresponse.oversight.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMails;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;

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
            "noneEndEvent",
            "terminateEndEvent");
    private static final Set<String> OF_THE_ENGINE =
            Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");

    /** What is no inspection of its own: the mails to colleagues, and what an inspection calls. */
    private static final List<String> NO_INSPECTIONS = List.of(DiagramIds.TELL_PEOPLE, DiagramIds.DELIVER_COPY);

    private static final int LONGEST_VALUE = 200;

    private final HistoryService history;
    private final People people;
    private final AsApplication application;
    private final ResponseMails mails;

    AuditTrail(HistoryService history, People people, AsApplication application, ResponseMails mails) {
        this.mails = mails;
        this.history = history;
        this.people = people;
        this.application = application;
    }

    /** All inspections, the newest first. */
    List<HistoricProcessInstance> inspections() {
        return application.ask(() -> history.createHistoricProcessInstanceQuery()
                .processDefinitionKeyNotIn(NO_INSPECTIONS)
                .orderByProcessInstanceStartTime()
                .desc()
                .list());
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

    /** Everything that was done, in the order of time. */
    List<AuditEntry> of(HistoricProcessInstance inspection) {
        return application.ask(() -> {
            List<AuditEntry> entries = new ArrayList<>();
            Map<String, HistoricTaskInstance> tasks =
                    history.createHistoricTaskInstanceQuery().processInstanceId(inspection.getId()).list().stream()
                            .collect(Collectors.toMap(HistoricTaskInstance::getId, Function.identity()));
            Map<String, String> sent = sent(inspection.getId());
            Map<String, String> names = new HashMap<>();
            for (String process : withCalled(inspection.getId())) {
                for (UserOperationLogEntry done : history.createUserOperationLogQuery()
                        .processInstanceId(process)
                        .list()) {
                    entries.add(entry(done, tasks, sent, names));
                }
                entries.addAll(steps(process));
            }
            entries.addAll(mails(inspection, tasks.values(), names));
            entries.sort(Comparator.comparing(AuditEntry::at));
            return entries;
        });
    }

    /** The inspection, and every process that it has called. */
    private List<String> withCalled(String inspection) {
        return Stream.concat(
                        Stream.of(inspection),
                        history.createHistoricProcessInstanceQuery().superProcessInstanceId(inspection).list().stream()
                                .map(HistoricProcessInstance::getId))
                .toList();
    }

    private List<AuditEntry> steps(String process) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(process).list().stream()
                .filter(step -> STEPS.contains(step.getActivityType()))
                .map(step -> new AuditEntry(
                        step.getStartTime(),
                        "",
                        "the application",
                        step.getActivityType().equals("userTask") ? "opened" : "reached",
                        step.getActivityName(),
                        ""))
                .toList();
    }

    private AuditEntry entry(
            UserOperationLogEntry done,
            Map<String, HistoricTaskInstance> tasks,
            Map<String, String> sent,
            Map<String, String> names) {
        HistoricTaskInstance task = done.getTaskId() == null ? null : tasks.get(done.getTaskId());
        boolean completed = done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE);
        String user = done.getUserId() == null ? "" : done.getUserId();
        return new AuditEntry(
                done.getTimestamp(),
                user,
                user.isEmpty() ? "the application" : names.computeIfAbsent(user, people::nameOf),
                PlainWords.ofOperation(done.getOperationType()),
                task == null ? on(done.getEntityType()) : task.getName(),
                completed ? sent.getOrDefault(done.getOperationId(), "") : change(done));
    }

    private List<AuditEntry> mails(
            HistoricProcessInstance inspection, Collection<HistoricTaskInstance> tasks, Map<String, String> names) {
        if (inspection.getBusinessKey() == null) {
            return List.of();
        }
        Map<String, String> boxes = tasks.stream()
                .collect(Collectors.toMap(
                        HistoricTaskInstance::getTaskDefinitionKey, HistoricTaskInstance::getName, (one, same) -> one));
        return mails.events(inspection.getBusinessKey()).stream()
                .map(event -> new AuditEntry(
                        Date.from(event.at()),
                        event.by(),
                        event.by().isEmpty() ? "the application" : names.computeIfAbsent(event.by(), people::nameOf),
                        "email: " + MailWords.event(event),
                        boxes.getOrDefault(event.task(), event.task()),
                        event.messageId() + (event.detail().isEmpty() ? "" : ": " + event.detail())))
                .toList();
    }

    private static String on(String entityType) {
        return entityType.equals(EntityTypes.PROCESS_INSTANCE) ? "the inspection" : PlainWords.of(entityType);
    }

    private static String change(UserOperationLogEntry done) {
        if (done.getProperty() == null) {
            return "";
        }
        return PlainWords.of(done.getProperty()) + ": " + shown(done.getProperty(), done.getOrgValue()) + " → "
                + shown(done.getProperty(), done.getNewValue())
                + (done.getAnnotation() == null ? "" : " (" + done.getAnnotation() + ")");
    }

    /** What came with each completion: the names of the fields, with the value where it is short. */
    private Map<String, String> sent(String inspection) {
        List<HistoricDetail> updates = history.createHistoricDetailQuery()
                .processInstanceId(inspection)
                .variableUpdates()
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list();
        return updates.stream()
                .filter(update -> update.getUserOperationId() != null)
                .map(HistoricVariableUpdate.class::cast)
                .filter(update -> !OF_THE_ENGINE.contains(update.getVariableName()))
                .collect(Collectors.groupingBy(
                        HistoricVariableUpdate::getUserOperationId,
                        Collectors.mapping(
                                AuditTrail::written,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        written -> written.stream().distinct().collect(Collectors.joining(", "))))));
    }

    private static String written(HistoricVariableUpdate update) {
        String field = update.getVariableName();
        boolean isShort = update.getTypeName().equals("string") && update.getValue() != null;
        return PlainWords.of(field)
                + (isShort ? ": " + shown(field, update.getValue().toString()) : "");
    }

    private static String shown(String field, String value) {
        return value == null || value.isEmpty()
                ? "none"
                : Shortened.to(LONGEST_VALUE, PlainWords.ofValue(field, value));
    }
}
