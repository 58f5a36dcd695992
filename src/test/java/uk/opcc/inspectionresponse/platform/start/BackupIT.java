package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.opcc.inspectionresponse.platform.backup.BackupCommand;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.rest.FormsClient;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@DisplayName("A backup of the packaged application")
class BackupIT {

    private static final Map<String, String> NOTHING_MORE = Map.of();
    private static final Map<String, String> REPORT =
            Map.of("title", "Custody", "datePublished", "2018-07-19", "inspectionType", "PEEL Inspection");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("that is made while it runs brings each inspection back as it was then, in another folder")
    void thereAndBack() throws IOException {
        Path data = folder.resolve("data");
        String before;
        String after;
        try (ApplicationProcess application = ApplicationProcess.started(data, NOTHING_MORE)) {
            Doors.employ(Door.rest(application.address(), "admin", ApplicationProcess.ADMIN_PASSWORD));
            FormsClient office = new FormsClient(Doors.rest(application.address()));
            before = office.starts(REPORT);
            assertThat(run(data, "backup")).contains("made and checked");
            office.completes(
                    before, "record-findings", Map.of("findings.keyFindings", "One.", "findingsNext", "later"));
            after = office.starts(REPORT);
        }
        Path backup;
        try (Stream<Path> backups = Files.list(data.resolve("backups"))) {
            backup = backups.findFirst().orElseThrow();
        }
        Path other = folder.resolve("other");
        assertThat(run(other, "restore", backup.toString())).contains("Start the application now");
        try (ApplicationProcess application = ApplicationProcess.started(other, NOTHING_MORE)) {
            Door manager = Doors.rest(application.address()).of(Groups.MANAGERS);
            assertThat(manager.get("/process-instance/" + after).status()).isEqualTo(404);
            assertThat(manager.get("/task?processInstanceId=" + before + "&taskDefinitionKey=record-findings")
                            .good()
                            .json())
                    .hasSize(1);
        }
    }

    private static String run(Path data, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BackupCommand(
                        Map.of("DATA_FOLDER", data.toString()),
                        Clock.system(StatutoryPeriod.ZONE),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(command);
        return out.toString(StandardCharsets.UTF_8);
    }
}
