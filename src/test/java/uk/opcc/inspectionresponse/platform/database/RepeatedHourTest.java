package uk.opcc.inspectionresponse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.TheOffice;

@ExtendWith(TestClock.BackToNow.class)
@SpringBootTest(
        properties = {"spring.datasource.url=jdbc:h2:mem:repeated-hour", "camunda.bpm.job-execution.enabled=false"})
@Import(TestClock.Configuration.class)
@DisplayName("In the hour that comes twice")
class RepeatedHourTest {

    private static final Duration HALF = Duration.ofMinutes(30);

    private final TestClock clock;
    private final TheOffice office;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService management;

    @Autowired
    RepeatedHourTest(ProcessEngine engine, TestClock clock) {
        this.clock = clock;
        this.office = new TheOffice(engine);
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
        this.management = engine.getManagementService();
    }

    /** Where the office is, and where the application may be run by mistake. */
    static Stream<Instant> endsOfSummerTime() {
        return Stream.of(ZoneId.of("Europe/London"), ZoneId.systemDefault())
                .map(zone -> {
                    ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.parse("2026-09-01T00:00:00Z"));
                    return next == null ? null : next.getInstant();
                })
                .filter(moment -> moment != null)
                .distinct();
    }

    @ParameterizedTest(
            name = "that ends summer time at {0}, what is due keeps its moment, and comes no hour early or late")
    @MethodSource("endsOfSummerTime")
    void due(Instant change) {
        clock.moveTo(change.minus(Duration.ofDays(10)));
        ProcessInstance inspection = office.registers("Custody", "2026-10-10");
        Job timer = office.timer(inspection);
        for (Instant due : List.of(change.minus(HALF), change.plus(HALF))) {
            management.setJobDuedate(timer.getId(), Date.from(due));
            assertThat(office.timer(inspection).getDuedate()).isEqualTo(due);

            clock.moveTo(due.minusSeconds(60));
            assertThat(executable(inspection)).isZero();
            clock.moveTo(due.plusSeconds(1));
            assertThat(executable(inspection)).isEqualTo(1);

            Task task = office.task(inspection, "record-findings");
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
            assertThat(office.task(inspection, "record-findings").getDueDate()).isEqualTo(due);
        }
    }

    private long executable(ProcessInstance inspection) {
        return management
                .createJobQuery()
                .processInstanceId(inspection.getId())
                .timers()
                .executable()
                .count();
    }

    @ParameterizedTest(name = "that ends summer time at {0}, the record has what came first before what came after it")
    @MethodSource("endsOfSummerTime")
    void order(Instant change) {
        clock.moveTo(change.minus(Duration.ofMinutes(10)));
        ProcessInstance inspection = office.registers("Custody", "2026-10-10");
        office.recordsNoRecommendations(inspection);
        clock.moveTo(change.plus(Duration.ofMinutes(10)));
        office.submitsComments(inspection, "Noted.");

        assertThat(history
                        .createUserOperationLogQuery()
                        .processInstanceId(inspection.getId())
                        .orderByTimestamp()
                        .asc()
                        .list()
                        .stream()
                        .map(UserOperationLogEntry::getTimestamp)
                        .map(Date::toInstant)
                        .distinct())
                .containsExactly(change.minus(Duration.ofMinutes(10)), change.plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("a response that is published at 00:30 British Summer Time after day 56 is published on day 57")
    void afterMidnight() {
        clock.moveTo(Instant.parse("2018-07-20T09:00:00Z"));
        ProcessInstance inspection = office.hasApproved("Midnight", "2018-07-19");
        clock.moveTo(Instant.parse("2018-09-12T23:30:00Z"));
        office.publishes(inspection);

        assertThat(office.valueOf(inspection, "publishedOn")).isEqualTo("2018-09-13");
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(57);
        assertThat(office.valueOf(inspection, "inTime")).isEqualTo(false);
    }
}
