package uk.opcc.inspectionresponse.oversight.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
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
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMails;
import uk.opcc.inspectionresponse.platform.forms.DeployedForms;
import uk.opcc.inspectionresponse.platform.forms.FormWords;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.SentDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

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

    private static final String APPLICATION = "the application";

    /** As the diagram has it: the act of section 55(5). */
    private static final String PUBLISH_RESPONSE = "publish-response";

    private final HistoryService history;
    private final People people;
    private final AsApplication application;
    private final ResponseMails mails;
    private final DeployedForms forms;

    AuditTrail(
            HistoryService history,
            People people,
            AsApplication application,
            ResponseMails mails,
            DeployedForms forms) {
        this.forms = forms;
        this.mails = mails;
        this.history = history;
        this.people = people;
        this.application = application;
    }

    /** All inspections, newest first. */
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
            Map<String, Integer> recommendations = recommendations(inspection.getId());
            Map<String, String> sent = sent(inspection, tasks);
            Map<String, String> names = new HashMap<>();
            for (String process : withCalled(inspection.getId())) {
                for (UserOperationLogEntry done : history.createUserOperationLogQuery()
                        .processInstanceId(process)
                        .list()) {
                    entries.add(entry(done, tasks, recommendations, sent, names));
                }
                entries.addAll(steps(process, recommendations));
            }
            entries.addAll(mails(inspection, tasks.values(), names));
            entries.addAll(publication(inspection));
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

    /** Which recommendation each task is about, by the id of the task. */
    private Map<String, Integer> recommendations(String inspection) {
        Map<String, Integer> numbers = new HashMap<>();
        for (HistoricVariableInstance number : history.createHistoricVariableInstanceQuery()
                .processInstanceId(inspection)
                .variableName(ProcessVariables.LISTED_RECOMMENDATION.name())
                .list()) {
            if (number.getTaskId() != null && number.getValue() instanceof Integer one) {
                numbers.put(number.getTaskId(), one);
            }
        }
        return numbers;
    }

    private static String named(String name, Integer recommendation) {
        return recommendation == null ? name : name + " (recommendation " + recommendation + ")";
    }

    /** What counts for day 56. */
    private List<AuditEntry> publication(HistoricProcessInstance inspection) {
        Map<String, Object> of = new HashMap<>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(inspection.getId())
                .variableNameIn(
                        ProcessVariables.PUBLISHED_ON.name(),
                        ProcessVariables.PUBLISHED_ON_DAY.name(),
                        ProcessVariables.IN_TIME.name())
                .list()
                .forEach(one -> of.put(one.getName(), one.getValue()));
        Optional<LocalDate> on = Optional.ofNullable(of.get(ProcessVariables.PUBLISHED_ON.name()))
                .flatMap(day -> SentDate.read(day + ""));
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(inspection.getId())
                .activityId(PUBLISH_RESPONSE)
                .finished()
                .list()
                .stream()
                .filter(step -> on.isPresent())
                .map(step -> new AuditEntry(
                        step.getEndTime(),
                        "",
                        APPLICATION,
                        "published",
                        "the response",
                        "on " + WrittenDate.of(on.get()) + ", day " + of.get(ProcessVariables.PUBLISHED_ON_DAY.name())
                                + " of " + StatutoryPeriod.LENGTH + ", "
                                + (Boolean.TRUE.equals(of.get(ProcessVariables.IN_TIME.name())) ? "in time" : "late")))
                .toList();
    }

    private List<AuditEntry> steps(String process, Map<String, Integer> recommendations) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(process).list().stream()
                .filter(step -> STEPS.contains(step.getActivityType()))
                .map(step -> new AuditEntry(
                        step.getStartTime(),
                        "",
                        APPLICATION,
                        step.getActivityType().equals("userTask") ? "opened" : "reached",
                        named(step.getActivityName(), recommendations.get(step.getTaskId())),
                        ""))
                .toList();
    }

    private AuditEntry entry(
            UserOperationLogEntry done,
            Map<String, HistoricTaskInstance> tasks,
            Map<String, Integer> recommendations,
            Map<String, String> sent,
            Map<String, String> names) {
        HistoricTaskInstance task = done.getTaskId() == null ? null : tasks.get(done.getTaskId());
        boolean isOfProcess = EntityTypes.PROCESS_INSTANCE.equals(done.getEntityType());
        boolean filledIn = done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                || isOfProcess && done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_CREATE);
        boolean stopped = isOfProcess && done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_DELETE);
        String user = done.getUserId() == null ? "" : done.getUserId();
        return new AuditEntry(
                done.getTimestamp(),
                user,
                user.isEmpty() ? APPLICATION : names.computeIfAbsent(user, people::nameOf),
                stopped ? "stopped" : PlainWords.ofOperation(done.getOperationType()),
                task == null ? on(done.getEntityType()) : named(task.getName(), recommendations.get(task.getId())),
                filledIn || stopped ? sent.getOrDefault(done.getOperationId(), "") : change(done));
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
                        event.by().isEmpty() ? APPLICATION : names.computeIfAbsent(event.by(), people::nameOf),
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

    /** What came with each completion, and with the start: the fields as the form calls them, with what is short. */
    private Map<String, String> sent(HistoricProcessInstance inspection, Map<String, HistoricTaskInstance> tasks) {
        Map<String, Optional<FormWords>> formsOfSteps = new HashMap<>();
        Map<String, String> steps = stepsOfOperations(inspection, tasks);
        Function<HistoricVariableUpdate, Optional<FormWords>> formOf =
                update -> Optional.ofNullable(steps.get(update.getUserOperationId()))
                        .flatMap(step -> formsOfSteps.computeIfAbsent(
                                step, id -> forms.wordsOf(inspection.getProcessDefinitionId(), id)));
        List<HistoricDetail> updates = history.createHistoricDetailQuery()
                .processInstanceId(inspection.getId())
                .variableUpdates()
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list();
        return updates.stream()
                .filter(update -> update.getUserOperationId() != null)
                .map(HistoricVariableUpdate.class::cast)
                // The application has set others in the same transaction.
                .filter(update -> formOf.apply(update)
                        .map(form -> form.has(update.getVariableName()))
                        .orElse(true))
                .filter(update -> !OF_THE_ENGINE.contains(update.getVariableName()))
                .collect(Collectors.groupingBy(
                        HistoricVariableUpdate::getUserOperationId,
                        Collectors.mapping(
                                update -> written(update, formOf.apply(update)),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        written -> written.stream().distinct().collect(Collectors.joining(", "))))));
    }

    /** The step of the diagram whose form came with an operation, by the id of the operation. */
    private Map<String, String> stepsOfOperations(
            HistoricProcessInstance inspection, Map<String, HistoricTaskInstance> tasks) {
        Map<String, String> steps = new HashMap<>();
        for (UserOperationLogEntry done : history.createUserOperationLogQuery()
                .processInstanceId(inspection.getId())
                .list()) {
            HistoricTaskInstance task = done.getTaskId() == null ? null : tasks.get(done.getTaskId());
            if (task != null) {
                steps.put(done.getOperationId(), task.getTaskDefinitionKey());
            } else if (done.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_CREATE)) {
                steps.put(done.getOperationId(), inspection.getStartActivityId());
            }
        }
        return steps;
    }

    private static String written(HistoricVariableUpdate update, Optional<FormWords> form) {
        String field = update.getVariableName();
        boolean isShort = update.getTypeName().equals("string") && update.getValue() != null;
        String value = isShort ? update.getValue().toString() : "";
        String label = form.flatMap(words -> words.labels(field)).orElse(PlainWords.of(field));
        return label
                + (isShort
                        ? (label.endsWith("?") ? " " : ": ")
                                + form.flatMap(words -> words.chosen(field, value))
                                        .orElse(shown(field, value))
                        : "");
    }

    private static String shown(String field, String value) {
        return value == null || value.isEmpty()
                ? "none"
                : Shortened.to(LONGEST_VALUE, PlainWords.ofValue(field, value));
    }
}
