package uk.opcc.inspectionresponse.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static uk.opcc.inspectionresponse.TheOffice.MANAGER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

/** Its diagram waits for no message and has no step for a change: what it needs is done without. */
@ExtendWith(TestClock.BackToNow.class)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:earlier-changes",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.admin-user.password=made-up-for-tests",
        })
@Import(TestClock.Configuration.class)
@DisplayName("An inspection that began under the first release")
class ChangesOfEarlierInspectionsTest {

    private final ProcessEngine engine;
    private final TestClock clock;
    private final TheOffice office;
    private final JdbcClient database;

    @Autowired
    ChangesOfEarlierInspectionsTest(ProcessEngine engine, TestClock clock, JdbcClient database) {
        this.engine = engine;
        this.clock = clock;
        this.office = new TheOffice(engine);
        this.database = database;
    }

    @BeforeEach
    void diagramsOfTheFirstRelease() throws IOException {
        BpmnAwareTests.init(engine);
        clock.moveTo(LocalDate.parse("2025-10-06"), LocalTime.of(10, 0));
        if (engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("release 1")
                        .count()
                > 0) {
            return;
        }
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("release 1");
        Release first = Release.all().get(0);
        for (Path folder : List.of(first.file("processes"), first.file("forms"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    deployment.addInputStream(
                            file.getFileName().toString(), new ByteArrayInputStream(Files.readAllBytes(file)));
                }
            }
        }
        deployment.deploy();
    }

    @Test
    @DisplayName("gets the dates that follow from the right day of publication, and stays escalated where it was")
    void publicationDate() {
        ProcessInstance inspection = office.registers("Custody", "2025-10-01");
        office.correctsPublicationDate(inspection, "2025-10-03");

        assertThat(office.valueOf(inspection, "datePublished")).isEqualTo("2025-10-03");
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isEqualTo("2025-11-27");
        assertThat(office.task(inspection, "record-findings"))
                .hasDueDate(Date.from(Instant.parse("2025-10-09T22:59:59Z")));
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2025-11-21T09:00:00Z")));

        clock.moveTo(LocalDate.parse("2025-11-21"), LocalTime.of(9, 0));
        assertThat(office.timerFiresNow(inspection)).isTrue();
        office.correctsPublicationDate(inspection, "2025-10-13");
        assertThat(office.waitsAt(inspection)).containsExactly("chase-outstanding-work", "record-findings");
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isEqualTo("2025-12-07");
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(true);
    }

    @Test
    @DisplayName("is published with the right date where it was approved with a wrong one")
    void approved() {
        ProcessInstance inspection = office.hasApproved("Firearms", "2025-10-01");
        office.correctsPublicationDate(inspection, "2025-10-02");
        office.publishes(inspection);

        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(5);
        assertThat(database.sql("select version from published_response where reference = ?")
                        .param(inspection.getBusinessKey())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("ends where no response is needed, and keeps why")
    void noResponse() {
        ProcessInstance inspection = office.registers("Vetting", "2025-10-01");
        ProcessInstance change = office.asksForChange(
                Map.of(
                        "reference", inspection.getBusinessKey(),
                        "changeKind", "no-response",
                        "noResponseBecause", "not-the-subject",
                        "saidInRegister", "no"),
                "It is about another force.");
        office.completes(MANAGER, change, "decide-change", Map.of("changeDecision", "approve"));

        assertThat(inspection).isEnded();
        assertThat(office.jsonOf(inspection, "noResponse")).containsEntry("because", "not-the-subject");
        assertThat(office.timer(inspection)).isNull();
    }

    @Test
    @DisplayName("cannot wait for a report that is still to come, and says so")
    void stillToCome() {
        ProcessInstance inspection = office.registers("Missing people", "2025-10-01");
        assertThatThrownBy(() -> office.asksForChange(
                        Map.of(
                                "reference", inspection.getBusinessKey(),
                                "changeKind", "publication-date",
                                "rightDate", "2025-10-20"),
                        "It is late."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("began before reports could be announced");
    }
}
