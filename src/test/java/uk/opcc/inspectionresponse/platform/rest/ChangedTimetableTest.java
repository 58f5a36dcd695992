package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OverRest
@DisplayName("A process owner")
class ChangedTimetableTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ProcessEngine engine;

    @LocalServerPort
    private int port;

    @Autowired
    ChangedTimetableTest(ProcessEngine engine) {
        this.engine = engine;
    }

    @Test
    @DisplayName("changes 50 into 45 in the decision table and deploys it as Modeler does: the timer stands at day 45")
    void escalationOnDay45() throws IOException {
        Staff.employ(engine.getIdentityService());
        Doors doors = Doors.rest("http://localhost:" + port);
        String table = Files.readString(Path.of("processes/response-timetable.dmn"));
        assertThat(table).containsOnlyOnce("<text>50</text>");
        Deployment changed = Deployment.ofTheProject()
                .with("response-timetable.dmn", table.replace("<text>50</text>", "<text>45</text>"));

        String deployment = changed.create(doors.of(Groups.PROCESS_OWNERS))
                .good()
                .json()
                .path("id")
                .asText();
        try {
            LocalDate published = OneDay.TODAY.minusDays(1);
            String inspection = new FormsClient(doors)
                    .starts(Map.of(
                            "title", "Vetting",
                            "datePublished", published.toString(),
                            "inspectionType", "PEEL Inspection"));

            var timers = doors.of(Groups.MANAGERS)
                    .get("/job?timers=true&processInstanceId=" + inspection)
                    .good()
                    .json();
            assertThat(timers).hasSize(1);
            assertThat(OffsetDateTime.parse(
                                    timers.get(0).path("dueDate").asText().replaceFirst("(..)$", ":$1"))
                            .atZoneSameInstant(LONDON))
                    .isEqualTo(published.plusDays(44).atTime(9, 0).atZone(LONDON));
        } finally {
            // Nobody can do that over REST.
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }
}
