package uk.opcc.inspectionresponse.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.process.AsApplication;

@OfficeServer
@DisplayName("What comes next")
class WhatComesNextControllerTest {

    private final ProcessEngine engine;
    private final TheOffice office;
    private final StartsInWords starts;
    private final Cards cards;
    private final WorkOfInspection work;
    private final AsApplication application;

    @Autowired
    WhatComesNextControllerTest(
            ProcessEngine engine, StartsInWords starts, Cards cards, WorkOfInspection work, AsApplication application) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.starts = starts;
        this.cards = cards;
        this.work = work;
        this.application = application;
    }

    @AfterEach
    void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    @DisplayName("is not told as final without the task that the application creates in that moment")
    void inThatMoment() {
        Staff.employ(engine.getIdentityService());
        ProcessInstance inspection =
                office.registers("Moment", OneDay.TODAY.minusDays(4).toString());
        office.recordsRecommendations(inspection, "1. Train.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Noted.");
        Task explanation = office.explanationTask(inspection, 1);
        engine.getTaskService().setAssignee(explanation.getId(), Groups.POLICY_OFFICERS);
        engine.getIdentityService().setAuthentication(Groups.POLICY_OFFICERS, List.of(Groups.POLICY_OFFICERS));
        engine.getFormService()
                .submitTaskForm(
                        explanation.getId(),
                        Map.of(
                                "explanation",
                                TheOffice.json(Map.of("kind", "action", "text", "Done.")),
                                "explanationNext",
                                "finished"));
        // Whoever asks whether the application has something to do is told so after it has done it.
        ManagementService management = mock(ManagementService.class, delegatesTo(engine.getManagementService()));
        doAnswer(asked -> {
                    office.jobsRun(inspection);
                    return engine.getManagementService().createJobQuery();
                })
                .when(management)
                .createJobQuery();
        Principal person = () -> Groups.POLICY_OFFICERS;

        WhatComesNextController.Next next = new WhatComesNextController(
                        new DrawnProperties(engine.getRepositoryService()),
                        engine.getHistoryService(),
                        engine.getRuntimeService(),
                        management,
                        starts,
                        cards,
                        work,
                        application)
                .afterTask(explanation.getId(), person);

        assertThat(next.isSettled()).isTrue();
        assertThat(next.open())
                .isEqualTo(office.task(inspection, "draft-pcc-response").getId());
    }
}
