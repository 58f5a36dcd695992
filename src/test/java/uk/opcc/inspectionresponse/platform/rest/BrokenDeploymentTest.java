package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

@OverRest
@DisplayName("A process owner who deploys over REST")
class BrokenDeploymentTest {

    private final IdentityService identity;

    @LocalServerPort
    private int port;

    @Autowired
    BrokenDeploymentTest(IdentityService identity) {
        this.identity = identity;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    processes/inspection-response.bpmn, </bpmn:startEvent>, </bpmn:start>, must be terminated by the matching end-tag
                    processes/inspection-response.bpmn, historyTimeToLive="P2557D", historyTimeToLive="P7Y", Cannot parse historyTimeToLive
                    processes/inspection-response.bpmn, targetRef="work-out-the-dates", targetRef="nowhere", Invalid destination 'nowhere'
                    processes/response-timetable.dmn, </rule>, </role>, must be terminated by the matching end-tag
                    processes/response-timetable.dmn, hitPolicy="FIRST", hitPolicy="WORST", WORST
                    forms/record-findings.form, "type": "default", "type" "default", was expecting a colon
                    """)
    @DisplayName("hears file, line and reason of what is broken, and what was deployed before keeps running")
    void broken(Path file, String good, String bad, String reason) throws IOException {
        Staff.employ(identity);
        Door door = Doors.rest("http://localhost:" + port).of(Groups.PROCESS_OWNERS);
        String text = Files.readString(file);
        String before = deployed(door);

        Answer answer = Deployment.ofTheProject()
                .with(file.getFileName().toString(), text.replaceFirst(Pattern.quote(good), bad))
                .create(door);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText())
                .contains(file.getFileName().toString())
                .containsPattern("line \\d+")
                .contains(reason);
        assertThat(deployed(door)).isEqualTo(before);
    }

    private static String deployed(Door door) {
        return door.get("/deployment/count").good().body()
                + door.get("/process-definition/key/inspection-response").good().body();
    }
}
