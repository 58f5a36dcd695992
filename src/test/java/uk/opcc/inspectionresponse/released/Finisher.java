package uk.opcc.inspectionresponse.released;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.rest.FormsClient;

/** People who go on with whatever they find, by the form of the diagram in which it began. */
final class Finisher {

    private static final int MORE_THAN_ANY_INSPECTION_HAS = 30;

    private final ManagementService management;
    private final Door manager;
    private final FormsClient office;

    Finisher(ManagementService management, Doors doors) {
        this.management = management;
        this.manager = doors.of(Groups.MANAGERS);
        this.office = new FormsClient(doors);
    }

    /** Does all tasks that are meant, and those that come of them. */
    void does(Predicate<JsonNode> meant) {
        for (int times = 0; times < MORE_THAN_ANY_INSPECTION_HAS; times++) {
            executeJobs();
            boolean done = true;
            for (JsonNode task : manager.get("/task?maxResults=1000").good().json()) {
                if (meant.test(task)) {
                    finishes(task);
                    done = false;
                }
            }
            if (done) {
                return;
            }
        }
        throw new AssertionError("It does not come to an end: "
                + manager.get("/task?maxResults=1000").good().body());
    }

    /** Does what the job executor would do now. */
    void executeJobs() {
        for (int times = 0; times < MORE_THAN_ANY_INSPECTION_HAS; times++) {
            var due = management.createJobQuery().executable().list();
            if (due.isEmpty()) {
                return;
            }
            due.stream().map(Job::getId).forEach(management::executeJob);
        }
    }

    private void finishes(JsonNode task) {
        String id = task.path("id").asText();
        // Whoever had it is on holiday.
        manager.post("/task/" + id + "/assignee", Collections.singletonMap("userId", null))
                .good();
        office.submit(id, answers(id, task.path("taskDefinitionKey").asText())).good();
    }

    /** What was typed stays; the rest is the shortest way on. */
    private Map<String, Object> answers(String task, String key) {
        return switch (key) {
            case "record-findings" ->
                withTyped(task, "findings", Map.of("findingsNext", "none"), Map.of("keyFindings", "What was found."));
            case "check-recommendations" -> Map.of("recommendationsCheck", "right");
            case "submit-comments" ->
                withTyped(task, "comments", Map.of("commentsNext", "submit"), Map.of("text", "We agree."));
            case "explain-recommendation" ->
                withTyped(
                        task,
                        "explanation",
                        Map.of("explanationNext", "finished"),
                        Map.of("kind", "action", "text", "The force does it."));
            case "answer-recommendations" -> answersAll(task);
            case "await-the-publication" ->
                Map.of("announcementNext", "withdraw", "announcementReason", "It is not published.");
            case "do-what-else-is-owed" -> Map.of("dutyDone.outcome", "done", "dutyDone.note", "Sent by post.");
            case "draft-pcc-response" ->
                withTyped(task, "response", Map.of("draftNext", "finished"), Map.of("text", "I welcome the report."));
            case "approve-response" -> Map.of("approvalDecision", "approve");
            case "publish-on-website" -> Map.of("publishedWhere", "here");
            case "chase-outstanding-work" -> Map.of("escalationNext", "done");
            case "write-correction" -> writesCorrection(task);
            case "approve-correction" -> Map.of("correctionDecision", "approve");
            default -> sends(task);
        };
    }

    private Map<String, Object> sends(String task) {
        return json(task, "sendingProblem").path("doubtful").asBoolean()
                ? Map.of("distribution.found", "arrived", "distribution.note", "They have it.")
                : Map.of("distribution.way", "another", "distribution.note", "By post.");
    }

    private Map<String, Object> answersAll(String task) {
        Map<String, Object> answers = new HashMap<>();
        json(task, "recommendationsToExplain").forEach(item -> {
            String number = item.path("number").asText();
            answers.put("answers.kind" + number, "action");
            answers.put("answers.text" + number, "The force does it.");
        });
        answers.put("answersNext", "finished");
        return answers;
    }

    private Map<String, Object> writesCorrection(String task) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(
                "title",
                manager.get("/task/" + task + "/variables/title")
                        .good()
                        .json()
                        .path("value")
                        .asText());
        answers.put(
                "findings.keyFindings",
                json(task, "findings").path("keyFindings").asText());
        answers.put("comments.text", json(task, "comments").path("text").asText());
        answers.put("response.text", json(task, "response").path("text").asText());
        answers.put("correction.reason", json(task, "correction").path("reason").asText());
        answers.put(
                "correction.explanations",
                json(task, "correction").path("explanations").asText());
        answers.put("correctionNext", "finished");
        return answers;
    }

    private Map<String, Object> withTyped(
            String task, String variable, Map<String, String> next, Map<String, String> otherwise) {
        JsonNode typed = json(task, variable);
        Map<String, Object> answers = new HashMap<>(next);
        otherwise.forEach((field, text) -> answers.put(
                variable + "." + field,
                typed.path(field).asText().isEmpty() ? text : typed.path(field).asText()));
        return answers;
    }

    /** The Json of a variable, with nothing in it if it is not there. */
    private JsonNode json(String task, String variable) {
        Door.Answer found = manager.get("/task/" + task + "/variables/" + variable + "?deserializeValue=false");
        return found.status() == 404
                ? found.json().path("nothing")
                : new Door.Answer(200, found.good().json().path("value").asText("null")).json();
    }
}
