package uk.opcc.inspectionresponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

/** What the people of the office do, in the words of the tests; each step sends what its form would send. */
public final class TheOffice {

    public static final String POLICY_OFFICER = "policy-officer";
    public static final String SECOND_POLICY_OFFICER = "second-policy-officer";
    public static final String STAFF_OFFICER = "staff-officer";
    public static final String COMMISSIONER = "commissioner";
    public static final String COMMUNICATIONS_OFFICER = "communications-officer";
    public static final String MANAGER = "manager";

    private static final Map<String, String> PEOPLE = Map.of(
            POLICY_OFFICER, "policy-officers",
            SECOND_POLICY_OFFICER, "policy-officers",
            STAFF_OFFICER, "chief-constables-office",
            COMMISSIONER, "approvers",
            COMMUNICATIONS_OFFICER, "communications",
            MANAGER, "managers");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;

    public TheOffice(ProcessEngine engine) {
        this.engine = engine;
        PEOPLE.forEach(this::employ);
    }

    private void employ(String user, String group) {
        var identity = engine.getIdentityService();
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createUserQuery().userId(user).count() == 0) {
            identity.saveUser(identity.newUser(user));
            identity.createMembership(user, group);
        }
    }

    /** Registers a report with what the start form must have. */
    public ProcessInstance registers(String title, String published) {
        return registers(Map.of("title", title, "datePublished", published, "inspectionType", "PEEL Inspection"));
    }

    /** The id of the definition by which reports that are registered now go on. */
    public String newestDiagram() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-response")
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Registers a report with these fields; where there is one of this title and day, another one. */
    public ProcessInstance registers(Map<String, Object> fields) {
        try {
            return as(POLICY_OFFICER, () -> engine.getFormService().submitStartForm(newestDiagram(), fields));
        } catch (InputRefused refused) {
            if (!refused.getMessage().contains(AnotherReport.REGISTERED_ALREADY)) {
                throw refused;
            }
            return as(
                    POLICY_OFFICER,
                    () -> engine.getFormService().submitStartForm(newestDiagram(), AnotherReport.reference(), fields));
        }
    }

    public void recordsNoRecommendations(ProcessInstance inspection) {
        completes(
                POLICY_OFFICER,
                inspection,
                "record-findings",
                Map.of("findings", json(Map.of("keyFindings", "What was found.")), "findingsNext", "none"));
    }

    public void recordsRecommendations(ProcessInstance inspection, String pasted) {
        completes(
                POLICY_OFFICER,
                inspection,
                "record-findings",
                Map.of(
                        "findings",
                        json(Map.of("keyFindings", "What was found.", "recommendationsText", pasted)),
                        "findingsNext",
                        "check"));
    }

    public void checksTheRecommendations(ProcessInstance inspection, String rightOrChange) {
        completes(POLICY_OFFICER, inspection, "check-recommendations", Map.of("recommendationsCheck", rightOrChange));
    }

    /** Checks them, and says whether each gets a task of its own or all are answered in one. */
    public void checksTheRecommendations(ProcessInstance inspection, String rightOrChange, String eachOrAll) {
        completes(
                POLICY_OFFICER,
                inspection,
                "check-recommendations",
                Map.of("recommendationsCheck", rightOrChange, "answersIn", eachOrAll));
    }

    public void submitsComments(ProcessInstance inspection, String text) {
        completes(
                STAFF_OFFICER,
                inspection,
                "submit-comments",
                Map.of("comments", json(Map.of("text", text)), "commentsNext", "submit"));
    }

    /** The open task of one recommendation. */
    public Task explanationTask(ProcessInstance inspection, int recommendation) {
        return tasks(inspection).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("explain-recommendation"))
                .filter(task -> engine.getTaskService()
                        .getVariable(task.getId(), "recommendation")
                        .toString()
                        .contains("\"number\":" + recommendation + ","))
                .findFirst()
                .orElseThrow();
    }

    public void explains(ProcessInstance inspection, int recommendation, String text) {
        Task task = explanationTask(inspection, recommendation);
        completes(
                task.getAssignee() == null ? POLICY_OFFICER : task.getAssignee(),
                task,
                Map.of("explanation", json(Map.of("kind", "action", "text", text)), "explanationNext", "finished"));
    }

    public void drafts(ProcessInstance inspection, String text) {
        completes(
                POLICY_OFFICER,
                inspection,
                "draft-pcc-response",
                Map.of("response", json(Map.of("text", text)), "draftNext", "finished"));
    }

    public void approves(ProcessInstance inspection) {
        completes(COMMISSIONER, inspection, "approve-response", Map.of("approvalDecision", "approve"));
    }

    public void sendsBack(ProcessInstance inspection, String to, String reasons) {
        completes(
                COMMISSIONER,
                inspection,
                "approve-response",
                Map.of("approvalDecision", "send-back-to-" + to, "approval", json(Map.of("reasons", reasons))));
    }

    /** Publishes it, or records that it was sent in another way than by email. */
    public void distributes(ProcessInstance inspection, String task) {
        if (task.equals("publish-on-website")) {
            publishes(inspection);
        } else {
            completes(
                    POLICY_OFFICER,
                    inspection,
                    task,
                    Map.of("distribution", json(Map.of("way", "another", "note", "By post."))));
        }
    }

    /** Sends it by email as the form proposes it, but for these fields, and leaves the job to be run. */
    public void orders(ProcessInstance inspection, String task, Map<String, ?> fields) {
        Task open = task(inspection, task);
        as(POLICY_OFFICER, () -> {
            engine.getFormService()
                    .submitTaskForm(open.getId(), Map.of("distribution", json(letter(inspection, task, fields))));
            return null;
        });
    }

    /** Sends it by email as the form proposes it, and lets the job run. */
    public void mails(ProcessInstance inspection, String task) {
        orders(inspection, task, Map.of());
        runMessageJobs(inspection.getId());
    }

    /** What the form of a sending task would send: what it proposes, but for these fields. */
    public Map<String, Object> letter(ProcessInstance inspection, String task, Map<String, ?> fields) {
        Object proposed =
                engine.getTaskService().getVariable(task(inspection, task).getId(), "distribution");
        Map<String, Object> all = new HashMap<>(read(proposed.toString(), Map.class));
        all.putAll(fields);
        return all;
    }

    /** What the form of an open sending task says of what went wrong; null where nothing did. */
    public Map<String, Object> problem(ProcessInstance inspection, String task) {
        Object problem =
                engine.getTaskService().getVariable(task(inspection, task).getId(), "sendingProblem");
        return problem == null ? null : read(problem.toString(), Map.class);
    }

    /** Publishes the approved response in the public register. */
    public void publishes(ProcessInstance inspection) {
        completes(COMMUNICATIONS_OFFICER, inspection, "publish-on-website", Map.of("publishedWhere", "here"));
    }

    /** A manager begins to correct a published response. */
    public ProcessInstance beginsCorrection(String reference, String reason) {
        return beginsCorrection(MANAGER, reference, reason);
    }

    /** Somebody begins to correct a published response. */
    public ProcessInstance beginsCorrection(String user, String reference, String reason) {
        String process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("correct-response")
                .latestVersion()
                .singleResult()
                .getId();
        return as(
                user,
                () -> engine.getFormService()
                        .submitStartForm(
                                process, Map.of("reference", reference, "correction", json(Map.of("reason", reason)))));
    }

    /** A policy officer records that a copy of a response came back. */
    public ProcessInstance recordsThatItCameBack(String reference, String copy, String what) {
        String process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("send-copy-again")
                .latestVersion()
                .singleResult()
                .getId();
        return as(
                POLICY_OFFICER,
                () -> engine.getFormService()
                        .submitStartForm(
                                process,
                                Map.of("reference", reference, "copy", copy, "returned", json(Map.of("what", what)))));
    }

    /** A policy officer asks for a change of an inspection. */
    public ProcessInstance asksForChange(Map<String, ?> fields, String reason) {
        return asksForChange(POLICY_OFFICER, fields, reason);
    }

    /** Somebody asks for a change of an inspection. */
    public ProcessInstance asksForChange(String user, Map<String, ?> fields, String reason) {
        String process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("change-inspection")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> all = new HashMap<>(fields);
        all.put("change", json(Map.of("reason", reason)));
        return as(user, () -> engine.getFormService().submitStartForm(process, all));
    }

    /** A policy officer asks for another date of publication, and the manager approves it. */
    public ProcessInstance correctsPublicationDate(ProcessInstance inspection, String right) {
        ProcessInstance change = asksForChange(
                Map.of("reference", inspection.getBusinessKey(), "changeKind", "publication-date", "rightDate", right),
                "The website has another date.");
        approvesChange(change);
        return change;
    }

    public void approvesChange(ProcessInstance change) {
        completes(MANAGER, change, "decide-change", Map.of("changeDecision", "approve"));
    }

    /** The manager writes what the response shall say, of which the reason is what it was. */
    public void writesCorrection(ProcessInstance correction, String text, String next) {
        completes(
                MANAGER,
                correction,
                "write-correction",
                Map.of("response", json(Map.of("text", text)), "correctionNext", next));
    }

    public void approvesCorrection(ProcessInstance correction) {
        completes(COMMISSIONER, correction, "approve-correction", Map.of("correctionDecision", "approve"));
    }

    /** An inspection without recommendations whose response waits for the approval. */
    public ProcessInstance hasDrafted(String title, String published) {
        ProcessInstance inspection = registers(title, published);
        recordsNoRecommendations(inspection);
        submitsComments(inspection, "We welcome the report.");
        drafts(inspection, "I welcome the report.");
        return inspection;
    }

    /** An inspection without recommendations whose response is approved. */
    public ProcessInstance hasApproved(String title, String published) {
        ProcessInstance inspection = hasDrafted(title, published);
        approves(inspection);
        return inspection;
    }

    /** Completes the one open task with this id of the diagram. */
    public void completes(String user, ProcessInstance inspection, String key, Map<String, Object> fields) {
        completes(user, task(inspection, key), fields);
    }

    /** Submits a task's form as a user and lets the jobs run that follow at once. */
    public void completes(String user, Task task, Map<String, Object> fields) {
        as(user, () -> {
            engine.getFormService().submitTaskForm(task.getId(), fields);
            return null;
        });
        runMessageJobs(task.getProcessInstanceId());
    }

    /** The one open task with this id of the diagram. */
    public Task task(ProcessInstance inspection, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(inspection.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    public List<Task> tasks(ProcessInstance inspection) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(inspection.getId())
                .list();
    }

    /** Where the inspection's open tasks are, in the ids of the diagram. */
    public List<String> waitsAt(ProcessInstance inspection) {
        return tasks(inspection).stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The Json of a variable, also after the end. */
    public Map<String, Object> jsonOf(ProcessInstance inspection, String variable) {
        return read(inspection, variable, Map.class);
    }

    /** The Json list of a variable, also after the end. */
    public List<Map<String, Object>> listOf(ProcessInstance inspection, String variable) {
        return read(inspection, variable, List.class);
    }

    /** The value of a plain variable, also after the end; null where it is not set. */
    public Object valueOf(ProcessInstance inspection, String variable) {
        var found = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(inspection.getId())
                .variableName(variable)
                .singleResult();
        return found == null ? null : found.getValue();
    }

    private <T> T read(ProcessInstance inspection, String variable, Class<?> type) {
        return read(valueOf(inspection, variable).toString(), type);
    }

    @SuppressWarnings("unchecked")
    private static <T> T read(String json, Class<?> type) {
        try {
            return (T) JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The inspection's timer, if it has not fired. */
    public Job timer(ProcessInstance inspection) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(inspection.getId())
                .timers()
                .singleResult();
    }

    /** Does what the job executor would do now with the timer: executes it if it is due. */
    public boolean timerFiresNow(ProcessInstance inspection) {
        Job due = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(inspection.getId())
                .timers()
                .executable()
                .singleResult();
        if (due == null) {
            return false;
        }
        engine.getManagementService().executeJob(due.getId());
        return true;
    }

    /** Lets the jobs run that wait now, as the job executor would. */
    public void jobsRun(ProcessInstance inspection) {
        runMessageJobs(inspection.getId());
    }

    private void runMessageJobs(String inspection) {
        List<Job> waiting = messageJobs(inspection);
        while (!waiting.isEmpty()) {
            waiting.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            waiting = messageJobs(inspection);
        }
    }

    private List<Job> messageJobs(String inspection) {
        return withCalled(inspection)
                .flatMap(process ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(process)
                                .messages()
                                .list()
                                .stream())
                .toList();
    }

    /** The jobs that send the copies of an inspection, whichever process they are in. */
    public List<Job> sendingJobs(ProcessInstance inspection) {
        return messageJobs(inspection.getId()).stream()
                .filter(job -> engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .equals("email-the-copy"))
                .toList();
    }

    /** The inspection, and the processes that it has called and waits for. */
    private Stream<String> withCalled(String inspection) {
        return Stream.concat(
                Stream.of(inspection),
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .superProcessInstanceId(inspection)
                        .list()
                        .stream()
                        .map(ProcessInstance::getId));
    }

    public static Object json(Map<String, ?> fields) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(new HashMap<>(fields)))
                    .create();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private <T> T as(String user, java.util.function.Supplier<T> work) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
