package uk.opcc.inspectionresponse.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:who-leaves", "camunda.bpm.job-execution.enabled=false"})
@DisplayName("Whoever leaves")
class WhoLeavesTest {

    private static final String LEAVER = "leaver";
    private static final String ADMINISTRATOR = Groups.ADMINISTRATORS;

    private final IdentityService identity;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final GiveTasksBack give;
    private final TheOffice office;
    private final int port;
    private ProcessInstance inspection;

    @Autowired
    WhoLeavesTest(ProcessEngine engine, GiveTasksBack give, @LocalServerPort int port) {
        this.identity = engine.getIdentityService();
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.give = give;
        this.office = new TheOffice(engine);
        this.port = port;
    }

    @BeforeEach
    void somebodyIsEmployed() {
        Staff.employ(identity);
        Staff.employ(identity, LEAVER, Groups.POLICY_OFFICERS);
        inspection = office.registers("Custody", "2026-10-10");
    }

    @AfterEach
    void nothingIsLeft() {
        identity.deleteUser(LEAVER);
        runtime.deleteProcessInstance(inspection.getId(), "the test has ended");
    }

    @ParameterizedTest(name = "gives the claimed tasks back when {0}")
    @CsvSource({
        "an administrator deletes the user, DELETE, /user/leaver",
        "an administrator takes the only group away, DELETE, /group/policy-officers/members/leaver"
    })
    void leaves(String what, String method, String path) {
        String task = claimed();
        HttpResponse<String> answer = new Visitor(port)
                .asks(ADMINISTRATOR, Staff.password(ADMINISTRATOR), method, "/engine-rest" + path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(office.task(inspection, "record-findings").getId()).isEqualTo(task);
        assertThat(office.task(inspection, "record-findings").getAssignee()).isNull();

        tasks.claim(task, TheOffice.POLICY_OFFICER);
        office.recordsNoRecommendations(inspection);
        assertThat(office.waitsAt(inspection)).containsExactly("submit-comments");
    }

    @Test
    @DisplayName("gives those of a suspended inspection back once it goes on")
    void suspended() {
        claimed();
        runtime.suspendProcessInstanceById(inspection.getId());
        identity.deleteUser(LEAVER);
        give.giveBackTheRest();
        runtime.activateProcessInstanceById(inspection.getId());
        give.giveBackTheRest();
        assertThat(office.task(inspection, "record-findings").getAssignee()).isNull();
    }

    @Test
    @DisplayName("one of several groups keeps the tasks of the others")
    void anotherGroup() {
        identity.createMembership(LEAVER, Groups.MANAGERS);
        claimed();
        identity.deleteMembership(LEAVER, Groups.MANAGERS);
        assertThat(office.task(inspection, "record-findings").getAssignee()).isEqualTo(LEAVER);
    }

    @Test
    @DisplayName("is given no task any more that the diagram has for whoever was chosen once")
    void chosenOnce() {
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "Noted.");
        office.completes(
                TheOffice.POLICY_OFFICER,
                inspection,
                "draft-pcc-response",
                Map.of(
                        "response",
                        TheOffice.json(Map.of("text", "Half of it.")),
                        "draftNext",
                        "later",
                        "draftOfficer",
                        LEAVER));
        assertThat(office.task(inspection, "draft-pcc-response").getAssignee()).isEqualTo(LEAVER);
        office.completes(
                LEAVER,
                inspection,
                "draft-pcc-response",
                Map.of(
                        "response",
                        TheOffice.json(Map.of("text", "All of it.")),
                        "draftNext",
                        "finished",
                        "draftOfficer",
                        LEAVER));
        identity.deleteUser(LEAVER);
        office.completes(
                TheOffice.COMMISSIONER,
                inspection,
                "approve-response",
                Map.of(
                        "approvalDecision",
                        "send-back-to-drafter",
                        "approval",
                        TheOffice.json(Map.of("reasons", "Say more."))));
        assertThat(office.task(inspection, "draft-pcc-response").getAssignee()).isNull();
    }

    @Test
    @DisplayName("a group that is deleted gives its claimed tasks back")
    void deletedGroup() {
        identity.saveGroup(identity.newGroup("helpers"));
        identity.createMembership(LEAVER, "helpers");
        String deployment = deploys("camunda:candidateGroups=\"helpers\"");
        try {
            String task = help();
            tasks.claim(task, LEAVER);
            identity.deleteGroup("helpers");
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isNull();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("is given no task of a diagram that has it for nobody else")
    void namedInDiagram() {
        identity.deleteUser(LEAVER);
        String deployment = deploys("camunda:assignee=\"" + LEAVER + "\"");
        try {
            String task = help();
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isNull();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** A diagram of a process owner's with one task. */
    private String deploys(String whoseTask) {
        return repository
                .createDeployment()
                .addString("help.bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                          <process id="help-out" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <startEvent id="start"/>
                            <sequenceFlow id="to-help" sourceRef="start" targetRef="help"/>
                            <userTask id="help" name="Help" %s/>
                          </process>
                        </definitions>""".formatted(whoseTask))
                .deploy()
                .getId();
    }

    private String help() {
        return tasks.createTaskQuery()
                .processInstanceId(runtime.startProcessInstanceByKey("help-out").getId())
                .singleResult()
                .getId();
    }

    private String claimed() {
        String task = office.task(inspection, "record-findings").getId();
        tasks.claim(task, LEAVER);
        return task;
    }
}
