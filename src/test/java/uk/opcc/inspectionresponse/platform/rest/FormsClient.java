package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.opcc.inspectionresponse.AnotherReport;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

/**
 * Clients that know nothing of the process but the schemas of its forms, and who does what: each asks for a form, and
 * sends each field as the schema's key says.
 */
public final class FormsClient {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);

    /** Who does what is not for the policy officers, by the task's id in the diagram. */
    private static final Map<String, String> OTHERS_TASKS = Map.of(
            "submit-comments", Groups.CHIEF_CONSTABLES_OFFICE,
            "approve-response", Groups.APPROVERS,
            "publish-on-website", Groups.COMMUNICATIONS,
            "write-correction", Groups.MANAGERS,
            "approve-correction", Groups.APPROVERS,
            "decide-change", Groups.MANAGERS,
            "chase-outstanding-work", Groups.MANAGERS);

    private final Doors doors;

    public FormsClient(Doors doors) {
        this.doors = doors;
    }

    /** Starts an inspection and gives its id. */
    public String starts(Map<String, ?> answers) {
        return start(answers).good().json().path("id").asText();
    }

    /** Sends the form that registers a report; where there is one of this title and day, for another one. */
    public Answer start(Map<String, ?> answers) {
        return start("inspection-response", answers);
    }

    /** Sends the start form of a process that policy officers start. */
    public Answer start(String process, Map<String, ?> answers) {
        String path = "/process-definition/key/" + process;
        Door door = doors.of(Groups.POLICY_OFFICERS);
        JsonNode form = door.get(path + "/deployed-start-form").good().json();
        Map<String, Object> sent = asSent(form, answers);
        Answer answer = door.post(path + "/submit-form", Map.of("variables", sent));
        return answer.status() == 400 && answer.body().contains(AnotherReport.REGISTERED_ALREADY)
                ? door.post(path + "/submit-form", Map.of("variables", sent, "businessKey", AnotherReport.reference()))
                : answer;
    }

    /**
     * Completes the one open task with this id of the diagram, once it is there; again, as a person is told to, where
     * that is the very moment at which an old report is escalated.
     */
    public void completes(String inspection, String task, Map<String, ?> answers) {
        String id = awaitTask(inspection, task);
        Answer answer = submit(id, answers);
        (answer.status() == 409 && answer.body().contains("at the same moment") ? submit(id, answers) : answer).good();
    }

    /** Records that a mail was sent that became a file, once it is one: there is no mail server. */
    public void sendsTheFile(String inspection, String task, String note) {
        String id = await().pollDelay(Duration.ZERO)
                .atMost(LONG_ENOUGH)
                .until(
                        () -> tasks(inspection, task).stream()
                                .filter(open -> manager()
                                        .get("/task/" + open + "/variables?deserializeValues=false")
                                        .good()
                                        .json()
                                        .at("/sendingProblem/value")
                                        .asText()
                                        .contains("\"kind\":\"written\""))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
        submit(id, Map.of("distribution.way", "another", "distribution.note", note))
                .good();
    }

    /** Sends the form of a task. */
    public Answer submit(String taskId, Map<String, ?> answers) {
        // That no comments were submitted is for the policy officers to record.
        Door door = "none".equals(answers.get("commentsNext")) ? doors.of(Groups.POLICY_OFFICERS) : whoDoes(taskId);
        return door.post("/task/" + taskId + "/submit-form", Map.of("variables", asSent(form(taskId), answers)));
    }

    /** The form of a task, as it was deployed. */
    public JsonNode form(String taskId) {
        return whoDoes(taskId).get("/task/" + taskId + "/deployed-form").good().json();
    }

    /** The door of whoever has the role that does a task. */
    private Door whoDoes(String taskId) {
        String key = manager()
                .get("/task/" + taskId)
                .good()
                .json()
                .path("taskDefinitionKey")
                .asText();
        return doors.of(OTHERS_TASKS.getOrDefault(key, Groups.POLICY_OFFICERS));
    }

    /** Who sees everything. */
    private Door manager() {
        return doors.of(Groups.MANAGERS);
    }

    /** Waits for a task, which may come only when the engine has executed a job, and gives its id. */
    public String awaitTask(String inspection, String key) {
        return await().pollDelay(Duration.ZERO)
                .atMost(LONG_ENOUGH)
                .until(() -> tasks(inspection, key), found -> !found.isEmpty())
                .get(0);
    }

    /** Waits until the inspection has come to its end. */
    public void awaitEnd(String inspection) {
        await().pollDelay(Duration.ZERO)
                .atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(manager()
                                .get("/history/process-instance/" + inspection)
                                .good()
                                .json()
                                .path("state")
                                .asText())
                        .isEqualTo("COMPLETED"));
    }

    /** The ids of the open tasks with this id of the diagram. */
    public List<String> tasks(String inspection, String key) {
        List<String> ids = new ArrayList<>();
        manager()
                .get("/task?sortBy=created&sortOrder=asc&processInstanceId=" + inspection + "&taskDefinitionKey=" + key)
                .good()
                .json()
                .forEach(task -> ids.add(task.path("id").asText()));
        return ids;
    }

    /** A variable as the history has it; Json as a tree. */
    public JsonNode recorded(String inspection, String variable) {
        JsonNode found = manager()
                .get("/history/variable-instance?deserializeValues=false&processInstanceId=" + inspection
                        + "&variableName=" + variable)
                .good()
                .json();
        assertThat(found).as(variable).hasSize(1);
        JsonNode value = found.get(0).path("value");
        return found.get(0).path("type").asText().equals("Json") ? new Answer(200, value.asText()).json() : value;
    }

    /** A key without a dot is a variable, one with a dot a property of a Json variable. */
    private static Map<String, Object> asSent(JsonNode form, Map<String, ?> answers) {
        List<String> keys = form.findValuesAsText("key");
        assertThat(keys).containsAll(answers.keySet());
        Map<String, Object> variables = new HashMap<>();
        Map<String, Map<String, Object>> json = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                variables.put(key, Map.of("value", value));
            } else {
                json.computeIfAbsent(key.substring(0, dot), name -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        json.forEach((name, value) -> variables.put(name, Map.of("type", "Json", "value", Door.write(value))));
        return variables;
    }
}
