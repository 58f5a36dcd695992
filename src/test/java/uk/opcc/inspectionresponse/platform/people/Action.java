package uk.opcc.inspectionresponse.platform.people;

import static uk.opcc.inspectionresponse.platform.people.Groups.ADMINISTRATORS;
import static uk.opcc.inspectionresponse.platform.people.Groups.APPROVERS;
import static uk.opcc.inspectionresponse.platform.people.Groups.CHIEF_CONSTABLES_OFFICE;
import static uk.opcc.inspectionresponse.platform.people.Groups.COMMUNICATIONS;
import static uk.opcc.inspectionresponse.platform.people.Groups.MANAGERS;
import static uk.opcc.inspectionresponse.platform.people.Groups.POLICY_OFFICERS;
import static uk.opcc.inspectionresponse.platform.people.Groups.PROCESS_OWNERS;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import uk.opcc.inspectionresponse.Staff;

/** What somebody may want to do, who may, and the request that does it. */
record Action(String what, Set<String> allowed, Function<Inspections, Call> call) {

    /** A request; the path begins behind {@code /engine-rest}, or is that of a page. */
    record Call(String method, String path, String json) {
        boolean isPage() {
            return path.startsWith("/audit")
                    || path.startsWith("/evidence")
                    || path.startsWith("/accounts")
                    || path.startsWith("/backups")
                    || path.startsWith("/earlier-responses")
                    || path.startsWith("/processes")
                    || path.startsWith("/notices")
                    || path.startsWith("/camunda")
                    || path.startsWith("/actuator");
        }
    }

    static final Action[] ALL = {
        new Action(
                "Register a report",
                Set.of(POLICY_OFFICERS),
                in -> post(
                        "/process-definition/key/inspection-response/submit-form", """
                        {"variables": {"title": {"value": "A report, %s"}, "datePublished": {"value": "2018-07-19"},
                        "inspectionType": {"value": "PEEL Inspection"}}}""".formatted(UUID.randomUUID()))),
        task("Record the findings", "record-findings", """
                {"variables": {"findings": {"type": "Json", "value": "{\\"keyFindings\\": \\"One.\\"}"},
                "findingsNext": {"value": "none"}}}""", POLICY_OFFICERS),
        task("Submit the Chief Constable's comments", "submit-comments", """
                {"variables": {"comments": {"type": "Json", "value": "{\\"text\\": \\"Noted.\\"}"},
                "commentsNext": {"value": "submit"}}}""", POLICY_OFFICERS, CHIEF_CONSTABLES_OFFICE),
        task("Explain the action on a recommendation", "explain-recommendation", """
                {"variables": {"explanation": {"type": "Json", "value": "{\\"kind\\": \\"action\\", \\"text\\": \\"Done.\\"}"},
                "explanationNext": {"value": "finished"}}}""", POLICY_OFFICERS),
        task("Draft the response", "draft-pcc-response", """
                {"variables": {"response": {"type": "Json", "value": "{\\"text\\": \\"I agree.\\"}"},
                "draftNext": {"value": "finished"}}}""", POLICY_OFFICERS),
        task("Approve the response", "approve-response", """
                {"variables": {"approvalDecision": {"value": "approve"}}}""", APPROVERS),
        task("Send the response to its recipients", "send-to-home-office", """
                {"variables": {"distribution": {"type": "Json", "value": "{\\"way\\": \\"another\\", \\"note\\": \\"By post.\\"}"}}}""", POLICY_OFFICERS),
        task("Publish the response", "publish-on-website", """
                {"variables": {"publishedWhere": {"value": "here"}}}""", POLICY_OFFICERS, COMMUNICATIONS),
        new Action(
                "Import earlier responses", Set.of(POLICY_OFFICERS, COMMUNICATIONS), in -> get("/earlier-responses")),
        new Action(
                "Begin to correct a published response",
                Set.of(MANAGERS),
                in -> post("/process-definition/key/correct-response/submit-form", """
                        {"variables": {"reference": {"value": "%s"},
                        "correction": {"type": "Json", "value": "{\\"reason\\": \\"A name was wrong.\\"}"}}}""".formatted(in.published()))),
        new Action(
                "Ask for a change of an inspection",
                Set.of(POLICY_OFFICERS),
                in -> post("/process-definition/key/change-inspection/submit-form", """
                        {"variables": {"reference": {"value": "%s"}, "changeKind": {"value": "publication-date"},
                        "rightDate": {"value": "2018-07-01"},
                        "change": {"type": "Json", "value": "{\\"reason\\": \\"The website says so.\\"}"}}}""".formatted(in.published()))),
        task("Write the correction", "write-correction", """
                {"variables": {"response": {"type": "Json", "value": "{\\"text\\": \\"I disagree.\\"}"},
                "correctionNext": {"value": "finished"}}}""", MANAGERS),
        task("Approve the correction", "approve-correction", """
                {"variables": {"correctionDecision": {"value": "approve"}}}""", APPROVERS),
        task("Chase the outstanding work", "chase-outstanding-work", """
                {"variables": {"escalationNext": {"value": "done"}}}""", MANAGERS),
        new Action(
                "Claim an approval",
                Set.of(APPROVERS),
                in -> post("/task/" + in.task("approve-response") + "/claim", "{\"userId\": \"" + in.who() + "\"}")),
        new Action(
                "See the draft",
                Set.of(POLICY_OFFICERS, MANAGERS, ADMINISTRATORS),
                in -> get("/task/" + in.task("draft-pcc-response") + "/variables/response")),
        new Action(
                "See the Chief Constable's task",
                Set.of(POLICY_OFFICERS, CHIEF_CONSTABLES_OFFICE, MANAGERS, ADMINISTRATORS),
                in -> get("/task/" + in.sentBackTask() + "/form-variables?variableNames=findings")),
        new Action(
                "See every variable of an inspection",
                Set.of(MANAGERS, ADMINISTRATORS),
                in -> get("/process-instance/" + in.inspection() + "/variables")),
        new Action(
                "See the history of an inspection",
                Set.of(MANAGERS, ADMINISTRATORS),
                in -> get("/history/process-instance/" + in.inspection())),
        new Action(
                "See where an inspection is",
                Set.of(MANAGERS, PROCESS_OWNERS, ADMINISTRATORS),
                in -> get("/process-instance/" + in.inspection() + "/activity-instances")),
        new Action(
                "Give a task to somebody else of its group",
                Set.of(MANAGERS, ADMINISTRATORS),
                in -> post(
                        "/task/" + in.task("record-findings") + "/assignee",
                        "{\"userId\": \"" + POLICY_OFFICERS + "\"}")),
        new Action(
                "Change the due date of a task",
                Set.of(ADMINISTRATORS),
                in -> new Call(
                        "PUT",
                        "/task/" + in.task("record-findings"),
                        "{\"name\": \"Record\", \"due\": \"2030-01-01T00:00:00.000+0000\"}")),
        new Action(
                "Deploy a diagram",
                Set.of(PROCESS_OWNERS, ADMINISTRATORS),
                in -> new Call("DEPLOY", "/deployment/create", null)),
        new Action(
                "Move inspections to another version",
                Set.of(PROCESS_OWNERS, ADMINISTRATORS),
                in -> post("/migration/execute", """
                        {"migrationPlan": {"sourceProcessDefinitionId": "%1$s", "targetProcessDefinitionId": "%1$s",
                        "instructions": [{"sourceActivityIds": ["respond-to-the-report"], "targetActivityIds": ["respond-to-the-report"]},
                        {"sourceActivityIds": ["record-findings"], "targetActivityIds": ["record-findings"]},
                        {"sourceActivityIds": ["escalation-due"], "targetActivityIds": ["escalation-due"], "updateEventTrigger": true}]},
                        "processInstanceIds": ["%2$s"]}""".formatted(in.definition(), in.inspection()))),
        new Action(
                "Stop an inspection",
                Set.of(ADMINISTRATORS),
                in -> new Call("DELETE", "/process-instance/" + in.inspection(), null)),
        new Action(
                "Change a list of Tasklist",
                Set.of(ADMINISTRATORS),
                in -> new Call(
                        "PUT",
                        "/filter/" + in.filter(),
                        "{\"resourceType\": \"Task\", \"name\": \"All tasks\", \"query\": {}, \"properties\": {}}")),
        new Action(
                "Add a user",
                Set.of(ADMINISTRATORS),
                in -> post(
                        "/user/create",
                        "{\"profile\": {\"id\": \"new-" + System.nanoTime()
                                + "\"}, \"credentials\": {\"password\": \"long enough 1\"}}")),
        new Action("Open Tasklist", Staff.ROLES.keySet(), in -> get("/camunda/app/tasklist/default/")),
        new Action(
                "Open Cockpit",
                Set.of(MANAGERS, PROCESS_OWNERS, ADMINISTRATORS),
                in -> get("/camunda/app/cockpit/default/")),
        new Action("Open Admin", Set.of(ADMINISTRATORS), in -> get("/camunda/app/admin/default/")),
        new Action(
                "Open the audit of an inspection",
                Set.of(MANAGERS, ADMINISTRATORS),
                in -> get("/audit/" + in.inspection())),
        new Action(
                "See the evidence of an inspection",
                Set.of(POLICY_OFFICERS, MANAGERS, ADMINISTRATORS),
                in -> get("/evidence/" + in.inspection())),
        new Action(
                "Take the evidence away as a ZIP",
                Set.of(POLICY_OFFICERS, MANAGERS, ADMINISTRATORS),
                in -> get("/evidence/" + in.inspection() + ".zip")),
        new Action("Choose which emails one gets", Staff.ROLES.keySet(), in -> get("/notices")),
        new Action(
                "Decide which processes and forms are used",
                Set.of(PROCESS_OWNERS, ADMINISTRATORS),
                in -> get("/processes")),
        new Action("Make a backup", Set.of(ADMINISTRATORS), in -> get("/backups")),
        new Action("Join or part accounts of directories", Set.of(ADMINISTRATORS), in -> get("/accounts")),
        new Action("See the application's version", Set.of(ADMINISTRATORS), in -> get("/actuator/info")),
    };

    private static Action task(String what, String task, String json, String... allowed) {
        return new Action(what, Set.of(allowed), in -> post("/task/" + in.task(task) + "/submit-form", json));
    }

    private static Call post(String path, String json) {
        return new Call("POST", path, json);
    }

    private static Call get(String path) {
        return new Call("GET", path, null);
    }

    @Override
    public String toString() {
        return what;
    }
}
