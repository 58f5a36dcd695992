package uk.opcc.inspectionresponse.platform.rest;

import static uk.opcc.inspectionresponse.platform.people.Groups.ADMINISTRATORS;
import static uk.opcc.inspectionresponse.platform.people.Groups.APPROVERS;
import static uk.opcc.inspectionresponse.platform.people.Groups.CHIEF_CONSTABLES_OFFICE;
import static uk.opcc.inspectionresponse.platform.people.Groups.COMMUNICATIONS;
import static uk.opcc.inspectionresponse.platform.people.Groups.MANAGERS;
import static uk.opcc.inspectionresponse.platform.people.Groups.POLICY_OFFICERS;
import static uk.opcc.inspectionresponse.platform.people.Groups.PROCESS_OWNERS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;

/** What somebody with a colleague's account may try, kind by kind, each with several of its kind. */
final class AttemptsByKind {

    private static final Set<String> WHO_READ_ALL = Set.of(MANAGERS, ADMINISTRATORS);
    private static final Collection<String> ALL = Staff.ROLES.keySet();

    private final ProcessEngine engine;
    private final List<Attempt> attempts = new ArrayList<>();

    private final String findings;
    private final String sending;
    private final String claimed;
    private final Job timer;

    AttemptsByKind(ProcessEngine engine, TheOffice office) {
        this.engine = engine;
        Staff.employ(engine.getIdentityService(), "colleague", POLICY_OFFICERS);
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        findings = office.task(inspection, "record-findings").getId();
        timer = office.timer(inspection);
        ProcessInstance approved = office.hasApproved("Custody", "2018-07-19");
        sending = office.task(approved, "send-to-hmicfrs").getId();
        claimed = office.task(office.registers("Custody", "2018-07-19"), "record-findings")
                .getId();
        engine.getTaskService().claim(claimed, "colleague");
    }

    /** By the path behind the address of either API. */
    List<Attempt> atBothDoors() {
        attempts.clear();
        expressions();
        variables();
        jobs();
        types();
        claims();
        hiddenFields();
        accountsAndMachinery();
        wrongRequests();
        return List.copyOf(attempts);
    }

    /** By the whole path. */
    List<Attempt> all() {
        attempts.clear();
        paths();
        return List.copyOf(attempts);
    }

    /** Each would change a task, if it were evaluated. */
    private void expressions() {
        String expression = "\"${taskService.setOwner('" + findings + "', 'colleague')}\"";
        String list = engine.getFilterService()
                .createFilterQuery()
                .filterName("All tasks")
                .singleResult()
                .getId();
        List<String> addresses = List.of(
                "/task",
                "/task/count",
                "/filter/" + list + "/list",
                "/filter/" + list + "/count",
                "/filter/" + list + "/singleResult");
        List<String> bodies = List.of(
                "{\"assigneeExpression\": %s}",
                "{\"orQueries\": [{\"name\": \"x\", \"assigneeExpression\": %s}]}",
                "{\"orQueries\": [{\"candidateGroupsExpression\": %s}, {\"name\": \"x\"}]}",
                "{\"orQueries\": [{\"name\": \"x\", \"dueBeforeExpression\": %s, \"ownerExpression\": %1$s}]}",
                "{\"orQueries\": [{\"orQueries\": [{\"processInstanceBusinessKeyLikeExpression\": %s}]}]}",
                "{\"name\": \"x\", \"orQueries\": [], \"orQueries\": [{\"followUpAfterExpression\": %s}]}");
        for (String body : bodies) {
            String json = body.formatted(expression);
            for (String role : List.of(CHIEF_CONSTABLES_OFFICE, POLICY_OFFICERS, PROCESS_OWNERS, ADMINISTRATORS)) {
                addresses.forEach(address -> add("an expression", role, "POST", address, json));
            }
        }
        add("an expression", CHIEF_CONSTABLES_OFFICE, "GET", "/task?assigneeExpression=%24%7B1%7D", null);
        add("an expression", MANAGERS, "GET", "/task/count?dueAfterExpression=%24%7Bnow()%7D", null);
        add(
                "an expression",
                PROCESS_OWNERS,
                "POST",
                "/migration/execute",
                "{\"migrationPlan\": {}, \"processInstanceQuery\": {\"businessKeyExpression\": " + expression + "}}");
        add(
                "an expression",
                MANAGERS,
                "POST",
                "/history/task",
                "{\"orQueries\": [{\"taskNameExpression\": \"${1}\"}]}");
    }

    private void variables() {
        List<String> bodies = List.of(
                "{\"processVariables\": [{\"name\": \"draftedBy\", \"operator\": \"like\", \"value\": \"p%\"}]}",
                "{\"taskVariables\": [{\"name\": \"approvalDecision\", \"operator\": \"eq\", \"value\": \"approve\"}]}",
                "{\"orQueries\": [{\"processVariables\": [{\"name\": \"title\", \"operator\": \"like\", \"value\": \"C%\"}]}]}",
                "{\"sorting\": [{\"sortBy\": \"processVariable\", \"sortOrder\": \"asc\", \"parameters\": {\"variable\": \"draftedBy\", \"type\": \"String\"}}]}",
                "{\"withTaskVariablesInReturn\": true}",
                "{\"withTaskLocalVariablesInReturn\": true}");
        List<String> questions = List.of(
                "/task?processVariables=draftedBy_like_p%25",
                "/task/count?taskVariables=rounds_neq_x",
                "/task?caseInstanceVariables=draftedBy_eq_x",
                "/task?withTaskVariablesInReturn=true",
                "/task/" + findings + "?withTaskLocalVariablesInReturn=true",
                "/process-instance?variables=draftedBy_like_p%25",
                "/process-instance/count?variables=escalated_eq_true",
                "/execution?processVariables=approvalDecision_eq_approve",
                "/variable-instance?variableValues=draftedBy_like_p%25",
                "/history/process-instance?variables=draftedBy_like_p%25",
                "/history/task?processVariables=draftedBy_eq_x&taskVariables=title_eq_x");
        for (String role : ALL) {
            if (WHO_READ_ALL.contains(role)) {
                continue;
            }
            for (String body : bodies) {
                add("a question about a variable", role, "POST", "/task", body);
                add("a question about a variable", role, "POST", "/task/count", body);
            }
            add(
                    "a question about a variable",
                    role,
                    "POST",
                    "/process-instance",
                    "{\"variables\": [{\"name\": \"draftedBy\", \"operator\": \"like\", \"value\": \"p%\"}]}");
            add(
                    "a question about a variable",
                    role,
                    "POST",
                    "/history/process-instance/count",
                    "{\"orQueries\": [{\"variables\": [{\"name\": \"draftedBy\", \"operator\": \"like\", \"value\": \"p%\"}]}]}");
            questions.forEach(question -> add("a question about a variable", role, "GET", question, null));
        }
    }

    private void jobs() {
        String job = "/job/" + timer.getId();
        String definition = "/job-definition/" + timer.getJobDefinitionId();
        String date = "{\"duedate\": \"2040-01-01T00:00:00.000+0000\"}";
        for (String role : ALL) {
            if (role.equals(ADMINISTRATORS)) {
                continue;
            }
            add("a job", role, "POST", job + "/execute", null);
            add("a job", role, "POST", job + "/execute", "{}");
            add("a job", role, "PUT", job + "/retries", "{\"retries\": 0}");
            add("a job", role, "PUT", job + "/duedate", date);
            add("a job", role, "POST", job + "/duedate/recalculate?creationDateBased=false", null);
            add("a job", role, "PUT", job + "/priority", "{\"priority\": 1}");
            add("a job", role, "PUT", job + "/suspended", "{\"suspended\": true}");
            add("a job", role, "DELETE", job, null);
            add(
                    "a job",
                    role,
                    "PUT",
                    "/job/suspended",
                    "{\"processDefinitionKey\": \"inspection-response\", \"suspended\": true}");
            add("a job", role, "POST", "/job/retries", "{\"jobIds\": [\"" + timer.getId() + "\"], \"retries\": 0}");
            add("a job", role, "PUT", definition + "/retries", "{\"retries\": 0}");
            add("a job", role, "PUT", definition + "/suspended", "{\"suspended\": true, \"includeJobs\": true}");
            add("a job", role, "PUT", definition + "/jobPriority", "{\"priority\": 1, \"includeJobs\": true}");
            add(
                    "a job",
                    role,
                    "POST",
                    "/process-instance/job-retries",
                    "{\"processInstances\": [\"" + timer.getProcessInstanceId() + "\"], \"retries\": 0}");
        }
        for (String role : List.of(CHIEF_CONSTABLES_OFFICE, POLICY_OFFICERS, APPROVERS, COMMUNICATIONS)) {
            add("a job", role, "GET", "/job-definition", null);
            add("a job", role, "GET", definition, null);
            add("a job", role, "POST", "/job-definition/count", "{}");
        }
    }

    /** Every type that the engine knows and no form sends, in three cases. */
    private void types() {
        for (String type : List.of(
                "Object",
                "File",
                "Bytes",
                "Xml",
                "Number",
                "PrimitiveValue",
                "SerializableValue",
                "Enum",
                "Map",
                "list")) {
            for (String name : List.of(
                    type,
                    type.toLowerCase(Locale.ROOT),
                    type.toUpperCase(Locale.ROOT),
                    type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1))) {
                String value = "{\"type\": \"" + name + "\", \"value\": \"x\", \"valueInfo\":"
                        + " {\"objectTypeName\": \"java.net.URL\", \"serializationDataFormat\": \"application/json\"}}";
                for (String verb : List.of("complete", "submit-form")) {
                    add(
                            "a type that no form sends",
                            POLICY_OFFICERS,
                            "POST",
                            "/task/" + findings + "/" + verb,
                            "{\"variables\": {\"findingsNext\": {\"value\": \"later\"}, \"findings\": " + value + "}}");
                }
                add(
                        "a type that no form sends",
                        POLICY_OFFICERS,
                        "POST",
                        "/process-definition/key/inspection-response/submit-form",
                        "{\"variables\": {\"title\": " + value + ", \"datePublished\": {\"value\": \"2018-07-19\"},"
                                + " \"inspectionType\": {\"value\": \"PEEL Inspection\"}}}");
            }
        }
        add(
                "a type that no form sends",
                POLICY_OFFICERS,
                "POST",
                "/task/" + findings + "/submit-form",
                "{\"variables\": {\"findingsNext\": {\"value\": \"later\"}, \"findings\": {\"type\": \"String\", \"value\":"
                        + " \"{}\", \"valueInfo\": {\"objectTypeName\": \"java.net.URL\"}}}}");
    }

    private void claims() {
        String form =
                "{\"variables\": {\"findings\": {\"type\": \"Json\", \"value\": \"{\\\"keyFindings\\\": \\\"One.\\\"}\"},"
                        + " \"findingsNext\": {\"value\": \"none\"}}}";
        for (String role : ALL) {
            add("what a colleague has claimed", role, "POST", "/task/" + claimed + "/complete", form);
            add("what a colleague has claimed", role, "POST", "/task/" + claimed + "/submit-form", form);
            add("what a colleague has claimed", role, "POST", "/task/" + claimed + "/resolve", "{}");
            add(
                    "what a colleague has claimed",
                    role,
                    "POST",
                    "/task/" + claimed + "/claim",
                    "{\"userId\": \"" + role + "\"}");
            if (!WHO_READ_ALL.contains(role)) {
                add("what a colleague has claimed", role, "POST", "/task/" + claimed + "/unclaim", null);
                add("what a colleague has claimed", role, "POST", "/task/" + claimed + "/unclaim", "{}");
                add(
                        "what a colleague has claimed",
                        role,
                        "POST",
                        "/task/" + claimed + "/assignee",
                        "{\"userId\": \"" + role + "\"}");
                add(
                        "what a colleague has claimed",
                        role,
                        "POST",
                        "/task/" + claimed + "/delegate",
                        "{\"userId\": \"" + role + "\"}");
            }
        }
    }

    private void hiddenFields() {
        for (String hidden : List.of(
                "\\\"way\\\": \\\"e-mail\\\", \\\"found\\\": \\\"arrived\\\", \\\"address\\\": \\\"a@b.example\\\", \\\"subject\\\": \\\"S\\\","
                        + " \\\"text\\\": \\\"T\\\", \\\"attachments\\\": \\\"pdf\\\"",
                "\\\"way\\\": \\\"another\\\", \\\"note\\\": \\\"By post.\\\", \\\"doneOn\\\": \\\"2018-08-01\\\", \\\"subject\\\": \\\"S\\\"",
                "\\\"way\\\": \\\"e-mail\\\", \\\"address\\\": \\\"a@b.example\\\", \\\"subject\\\": \\\"S\\\", \\\"text\\\": \\\"T\\\","
                        + " \\\"attachments\\\": \\\"pdf\\\", \\\"doneOn\\\": \\\"2018-08-01\\\"")) {
            add(
                    "a field that the form hides",
                    POLICY_OFFICERS,
                    "POST",
                    "/task/" + sending + "/submit-form",
                    "{\"variables\": {\"distribution\": {\"type\": \"Json\", \"value\": \"{" + hidden + "}\"}}}");
        }
    }

    private void accountsAndMachinery() {
        for (String role : ALL) {
            if (role.equals(ADMINISTRATORS)) {
                continue;
            }
            for (String question : List.of(
                    "/identity/groups?userId=colleague",
                    "/group?member=colleague",
                    "/group/count?member=colleague",
                    "/metrics",
                    "/metrics/job-successful/sum",
                    "/telemetry/configuration",
                    "/schema/log")) {
                add("what is not for everybody", role, "GET", question, null);
            }
            add("what is not for everybody", role, "POST", "/group", "{\"member\": \"colleague\"}");
            add("what is not for everybody", role, "POST", "/group/count", "{\"member\": \"colleague\"}");
            add("what is not for everybody", role, "PUT", "/user/colleague/profile", "{\"id\": \"colleague\"}");
            add(
                    "what is not for everybody",
                    role,
                    "PUT",
                    "/user/colleague/credentials",
                    "{\"password\": \"a quite new password\", \"authenticatedUserPassword\": \"" + Staff.password(role)
                            + "\"}");
        }
        for (String role : List.of(CHIEF_CONSTABLES_OFFICE, POLICY_OFFICERS, APPROVERS, COMMUNICATIONS, MANAGERS)) {
            add("what is not for everybody", role, "POST", "/deployment/create", "{}");
            add("what is not for everybody", role, "POST", "/migration/generate", "{}");
            add(
                    "what is not for everybody",
                    role,
                    "POST",
                    "/decision-definition/key/response-timetable/evaluate",
                    "{}");
            add("what is not for everybody", role, "PATCH", "/task/" + findings, "{}");
        }
    }

    /** Each of them the engine would answer with a fault of the server, or take for something else. */
    private void wrongRequests() {
        String decision = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .latestVersion()
                .listPage(0, 1)
                .get(0)
                .getId();
        for (String role : List.of(POLICY_OFFICERS, MANAGERS, PROCESS_OWNERS, ADMINISTRATORS)) {
            for (String question : List.of(
                    "/process-instance/x/variables",
                    "/execution/-1/localVariables/title",
                    "/execution/x/localVariables/title/data",
                    "/external-task/x/errorDetails",
                    "/process-definition/x/statistics",
                    "/history/decision-requirements-definition/x/statistics",
                    "/task?firstResult=-5",
                    "/task?maxResults=-1",
                    "/history/detail?firstResult=-1",
                    "/deployment?maxResults=many",
                    "/task?name=%00",
                    "/group/%7B%7D",
                    "/task?sortBy=created",
                    "/task?createdBefore=yesterday")) {
                add("a wrong question", role, "GET", question, null);
            }
            add("a wrong body", role, "PUT", "/user/" + role + "/profile", "{\"firstName\": {\"a\": 1}}");
            add("a wrong body", role, "PUT", "/user/" + role + "/profile", "{}");
            add("a wrong body", role, "PUT", "/user/" + role + "/credentials", null);
            add("a wrong body", role, "POST", "/task/" + findings + "/assignee", "{\"user\": \"colleague\"}");
            add("a wrong body", role, "POST", "/task/" + findings + "/assignee", null);
            add("one's own account", role, "DELETE", "/user/" + role, null);
        }
        for (String role : List.of(CHIEF_CONSTABLES_OFFICE, POLICY_OFFICERS)) {
            add("what is not theirs", role, "GET", "/decision-definition/" + decision, null);
            add("what is not theirs", role, "GET", "/decision-definition/" + decision + "/xml", null);
        }
        String tooLong = "x".repeat(300);
        add("a wrong body", ADMINISTRATORS, "PUT", "/job-definition/" + tooLong + "/suspended", "{}");
        add("a wrong question", ADMINISTRATORS, "POST", "/job/%20/duedate/recalculate", "{}");
        add("a wrong body", ADMINISTRATORS, "POST", "/group/create", "{\"id\": \"g\", \"name\": \"" + tooLong + "\"}");
        add("a wrong body", PROCESS_OWNERS, "POST", "/migration/execute", "{}");
        add("a wrong body", PROCESS_OWNERS, "POST", "/migration/generate", "{\"sourceProcessDefinitionId\": 1}");
    }

    /** The same address in other words. */
    private void paths() {
        String role = POLICY_OFFICERS;
        String rest = "/engine-rest";
        for (String path : List.of(
                "/task/" + findings + "%C2%85/variables",
                "/task/" + findings + "/variables%C2%85",
                "/execution/x%C2%85/signal",
                "/execution/x%E2%80%A8/signal",
                "/execution/x%0Ay/signal",
                "/task/" + findings + "/bpmnError%E2%80%A9",
                "/task/" + findings + "/bpmnError/",
                "/identity/verify/",
                "/identity/verif%79",
                "/%74ask/create",
                "/task/create/",
                "/task/" + findings + "/%62pmnError",
                "/task/" + findings + "/variables/x%C0%AFdata",
                "/task/" + findings + "/variables/x%E0%80%AF",
                "/task/" + findings + "%E2%80%8B/bpmnError",
                "/task/" + findings + "%C2%A0/bpmnError")) {
            add("a path in other words", role, "POST", rest + path, "{}");
            add("a path in other words", role, "POST", rest + "/engine/default" + path, "{}");
        }
        for (String ending : List.of("", "/", "//", "%2F", ";x", "/.", "%20")) {
            add(
                    "a sign-in without a delay",
                    role,
                    "POST",
                    "/camunda/api/admin/auth/user/default/login/tasklist" + ending,
                    "username=colleague&password=x");
            add("a first administrator", role, "POST", "/camunda/api/admin/setup/default/user/create" + ending, "{}");
        }
    }

    private void add(String what, String role, String method, String path, String json) {
        attempts.add(new Attempt(what + " by " + role, role, Staff.password(role), method, path, json));
    }
}
