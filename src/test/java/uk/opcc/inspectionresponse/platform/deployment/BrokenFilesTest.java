package uk.opcc.inspectionresponse.platform.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import uk.opcc.inspectionresponse.InspectionResponseApplication;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A start with files that can't be parsed")
class BrokenFilesTest {

    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("says file, line and reason of each, and the version deployed before keeps running")
    void theVersionFromBeforeKeepsRunning(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext first = start()) {
            assertThat(versions(first)).hasSize(1);
        }

        copyTheProjectsFiles();
        int inDiagram = breakLine("inspection-response.bpmn", "</bpmn:startEvent>", "</bpmn:start>");
        int inTable = breakLine("response-timetable.dmn", "hitPolicy=\"FIRST\"", "hitPolicy=\"WORST\"");
        int inForm = breakLine("record-findings.form", "\"type\": \"default\"", "\"type\" \"default\"");
        try (ConfigurableApplicationContext second = start(folder)) {
            assertThat(output)
                    .contains("NOT deployed")
                    .containsPattern("inspection-response.bpmn, line " + inDiagram + ": .*end-tag")
                    .containsPattern("response-timetable.dmn, line " + inTable + ": .*WORST")
                    .containsPattern("record-findings.form, line " + inForm + ": .*colon");
            assertThat(versions(second)).hasSize(1);
            second.getBean(FormService.class)
                    .submitStartForm(
                            versions(second).get(0).getId(),
                            Map.of(
                                    "title",
                                    "Custody",
                                    "datePublished",
                                    "2018-07-19",
                                    "inspectionType",
                                    "PEEL Inspection"));

            // Well-formed, but no process that the engine can run.
            copyTheProjectsFiles();
            int line =
                    breakLine("inspection-response.bpmn", "targetRef=\"work-out-the-dates\"", "targetRef=\"nowhere\"");
            deployFrom(second, folder);
            assertThat(output).containsPattern("inspection-response.bpmn, line " + line + ": .*'nowhere'");
            assertThat(versions(second)).hasSize(1);

            copyTheProjectsFiles();
            breakLine("response-timetable.dmn", "<text>50</text>", "<text>45</text>");
            deployFrom(second, folder);
            assertThat(versions(second)).hasSize(2);
        }
    }

    @Test
    @DisplayName("does not start at all where there is nothing from before, and says the same")
    void nothingFromBefore() throws IOException {
        copyTheProjectsFiles();
        int line = breakLine("record-findings.form", "\"type\": \"default\"", "\"type\" \"default\"");

        assertThatThrownBy(() -> start(folder).close())
                .isInstanceOf(NothingToRun.class)
                .hasMessageContaining("record-findings.form, line " + line + ": ");
    }

    private ConfigurableApplicationContext start(Path... folders) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + data.resolve("inspection-response"),
                "--camunda.bpm.job-execution.enabled=false"));
        for (Path other : folders) {
            settings.add("--office.deployed-resources=" + pattern(other));
        }
        return new SpringApplicationBuilder(InspectionResponseApplication.class).run(settings.toArray(String[]::new));
    }

    private static void deployFrom(ConfigurableApplicationContext application, Path folder) {
        RepositoryService repository = application.getBean(RepositoryService.class);
        new DeployProcesses(
                        repository,
                        new Release(
                                repository,
                                application,
                                List.of(pattern(folder)),
                                application.getBean(PlatformTransactionManager.class)),
                        application.getBean(ReleaseCheck.class))
                .deploy();
    }

    private static String pattern(Path folder) {
        return "file:" + folder + "/*.*";
    }

    private static List<ProcessDefinition> versions(ConfigurableApplicationContext application) {
        return application
                .getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-response")
                .list();
    }

    private void copyTheProjectsFiles() throws IOException {
        for (String from : List.of("processes", "forms")) {
            try (Stream<Path> files = Files.list(Path.of(from))) {
                for (Path file : files.toList()) {
                    Files.writeString(folder.resolve(file.getFileName()), Files.readString(file));
                }
            }
        }
    }

    /** Changes a file in one place, and says in which line. */
    private int breakLine(String name, String good, String bad) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        int at = text.indexOf(good);
        assertThat(at).isPositive();
        Files.writeString(file, text.substring(0, at) + bad + text.substring(at + good.length()));
        return (int) text.substring(0, at).lines().count();
    }
}
