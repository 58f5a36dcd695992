package uk.opcc.inspectionresponse.casework.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.opcc.inspectionresponse.TheOffice.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

@OfficeServer
@DisplayName("Who has written a response")
class FourEyesTest {

    private static final String BOTH = "drafts-and-approves";
    private static final String APPROVE = "{\"variables\": {\"approvalDecision\": {\"value\": \"approve\"}}}";

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final TheOffice office;
    private final Visitor visitor;

    @Autowired
    FourEyesTest(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.engine = engine;
        this.database = database;
        this.office = new TheOffice(engine);
        this.visitor = new Visitor(port);
    }

    @BeforeEach
    void somebodyIsInBothGroups() {
        Staff.employ(engine.getIdentityService());
        Staff.employ(engine.getIdentityService(), BOTH, "policy-officers", "approvers");
    }

    private ProcessInstance draftedByThem() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "Noted.");
        office.completes(
                BOTH,
                inspection,
                "draft-pcc-response",
                Map.of("response", json(Map.of("text", "I agree.")), "draftNext", "finished"));
        return inspection;
    }

    private HttpResponse<String> asks(String user, ProcessInstance inspection, String verb, String json) {
        return visitor.asks(
                user,
                Staff.password(user),
                "POST",
                "/engine-rest/task/"
                        + office.task(inspection, "approve-response").getId() + "/" + verb,
                json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form", "resolve"})
    @DisplayName("does not approve it, in whichever way")
    void notOverRest(String verb) {
        ProcessInstance inspection = draftedByThem();
        HttpResponse<String> answer = asks(BOTH, inspection, verb, APPROVE);
        if (verb.equals("resolve")) {
            // Resolving ends a delegation, and completes nothing.
            answer = asks(BOTH, inspection, "complete", APPROVE);
        }
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("approvalDecision").contains("somebody else must decide");
        assertThat(office.waitsAt(inspection)).containsExactly("approve-response");
    }

    @Test
    @DisplayName("does not send it back either, and somebody else approves it")
    void somebodyElse() {
        ProcessInstance inspection = draftedByThem();
        assertThat(asks(
                                BOTH,
                                inspection,
                                "submit-form",
                                "{\"variables\": {\"approvalDecision\": {\"value\": \"send-back-to-drafter\"}, \"approval\":"
                                        + " {\"type\": \"Json\", \"value\": \"{\\\"reasons\\\": \\\"More.\\\"}\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(asks("approvers", inspection, "submit-form", APPROVE).statusCode())
                .isEqualTo(204);
        office.jobsRun(inspection);
        assertThat(office.waitsAt(inspection)).contains("publish-on-website");
    }

    @Test
    @DisplayName("does not approve it after the task was given to them, nor after they have left the policy officers")
    void notAfterReassignment() {
        ProcessInstance inspection = draftedByThem();
        assertThat(asks("managers", inspection, "assignee", "{\"userId\": \"" + BOTH + "\"}")
                        .statusCode())
                .isEqualTo(204);
        engine.getIdentityService().deleteMembership(BOTH, "policy-officers");
        try {
            assertThat(asks(BOTH, inspection, "submit-form", APPROVE).statusCode())
                    .isEqualTo(400);
        } finally {
            engine.getIdentityService().createMembership(BOTH, "policy-officers");
        }
    }

    @Test
    @DisplayName("does not approve it though the variables name another drafter")
    void notByVariables() {
        ProcessInstance inspection = draftedByThem();
        engine.getRuntimeService().setVariable(inspection.getId(), "draftedBy", "somebody-else");
        assertThat(asks(BOTH, inspection, "submit-form", APPROVE).statusCode()).isEqualTo(400);
        assertThat(asks(
                                BOTH,
                                inspection,
                                "submit-form",
                                APPROVE.replace("}}}", "}, \"draftedBy\": {\"value\": \"somebody-else\"}}}"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("does not approve it where they explained a recommendation, or drafted an earlier round")
    void notAPartOfIt() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        office.recordsRecommendations(inspection, "1. Do it.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Noted.");
        office.completes(
                BOTH,
                inspection,
                "explain-recommendation",
                Map.of("explanation", json(Map.of("kind", "action", "text", "Done.")), "explanationNext", "finished"));
        office.drafts(inspection, "I agree.");
        assertThat(asks(BOTH, inspection, "submit-form", APPROVE).statusCode()).isEqualTo(400);

        ProcessInstance second = draftedByThem();
        office.sendsBack(second, "drafter", "More, please.");
        office.drafts(second, "I agree, and more.");
        assertThat(asks(BOTH, second, "submit-form", APPROVE).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("can't hand the approval to a policy officer, nor can a manager, nor an administrator complete it")
    void approversOnly() {
        ProcessInstance inspection = draftedByThem();
        assertThat(asks("managers", inspection, "assignee", "{\"userId\": \"policy-officers\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(asks("camunda-admin", inspection, "submit-form", APPROVE).statusCode())
                .isEqualTo(400);
        assertThat(asks("managers", inspection, "submit-form", APPROVE).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("does not approve its correction either, nor does who asked for that, nor who wrote an earlier one")
    void correction() {
        ProcessInstance inspection = draftedByThem();
        office.approves(inspection);
        office.publishes(inspection);
        Staff.employ(engine.getIdentityService(), "asks-and-approves", "managers", "approvers");
        Staff.employ(engine.getIdentityService(), "writes-and-approves", "managers", "approvers");

        ProcessInstance first = office.beginsCorrection(inspection.getBusinessKey(), "A name was wrong.");
        office.completes("writes-and-approves", first, "write-correction", corrected("I agree, Jane."));
        isRefused("writes-and-approves", first);
        isRefused(BOTH, first);
        office.approvesCorrection(first);

        ProcessInstance second =
                office.beginsCorrection("asks-and-approves", inspection.getBusinessKey(), "It was wrong again.");
        office.completes(TheOffice.MANAGER, second, "write-correction", corrected("I agree, Joan."));
        for (String writer : List.of(BOTH, "writes-and-approves", "asks-and-approves")) {
            isRefused(writer, second);
        }
        office.approvesCorrection(second);
        assertThat(office.tasks(second)).isEmpty();
    }

    private static Map<String, Object> corrected(String text) {
        return Map.of("response", json(Map.of("text", text)), "correctionNext", "finished");
    }

    private void isRefused(String approver, ProcessInstance correction) {
        HttpResponse<String> answer = visitor.asks(
                approver,
                Staff.password(approver),
                "POST",
                "/engine-rest/task/"
                        + office.task(correction, "approve-correction").getId() + "/submit-form",
                "{\"variables\": {\"correctionDecision\": {\"value\": \"approve\"}}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("correctionDecision").contains("somebody else must decide");
        assertThat(office.waitsAt(correction)).containsExactly("approve-correction");
    }

    @Test
    @DisplayName(
            "does not approve it as another user either, of whom an account of a directory says that it is the same person")
    void underAnotherName() {
        Staff.employ(engine.getIdentityService(), "other-name", "approvers");
        ProcessInstance inspection = draftedByThem();
        database.update(
                "insert into directory_account (id, directory, stable_id, name, person, place, user_id, seen_at)"
                        + " values ('both', 'ldap', 'both', 'both', '', '', 'other-name', current_timestamp)");
        for (String user : List.of(BOTH, "other-name")) {
            database.update(
                    "insert into directory_account_use (account, user_id, since) values ('both', ?, current_timestamp)",
                    user);
        }
        try {
            HttpResponse<String> answer = asks("other-name", inspection, "submit-form", APPROVE);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("somebody else must decide");
        } finally {
            database.update("delete from directory_account_use where account = 'both'");
            database.update("delete from directory_account where id = 'both'");
        }
        assertThat(asks("other-name", inspection, "submit-form", APPROVE).statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("is not offered the decision, and reads why; whoever has not is")
    void isNotOffered() {
        Task approval = office.task(draftedByThem(), "approve-response");

        assertThat(card(BOTH, approval))
                .contains("You have written a part of this response: somebody else must decide")
                .contains("\"isToBeBegun\":false");
        assertThat(card("approvers", approval))
                .doesNotContain("You have written")
                .contains("\"isToBeBegun\":true");
    }

    private String card(String user, Task task) {
        visitor.signsIn(user, Staff.password(user));
        return visitor.sees("/camunda/api/office/tasks?ids=" + task.getId()).body();
    }
}
