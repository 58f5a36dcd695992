package uk.opcc.inspectionresponse.platform.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Deployment;
import uk.opcc.inspectionresponse.platform.rest.Doors;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:waiting-release", "camunda.bpm.job-execution.enabled=false"})
@DisplayName("A release that changes what the office has changed in Modeler")
class WaitingReleaseTest {

    private static final String TABLE = "response-timetable.dmn";
    private static final String FORM = "record-findings.form";
    private static final String DIAGRAM = "inspection-response.bpmn";
    private static final Path FOLDER = folder();

    private static int releases;

    private final RepositoryService repository;
    private final IdentityService identity;
    private final Release release;
    private final DeployProcesses start;
    private final int port;
    private Visitor bea;

    @Autowired
    WaitingReleaseTest(
            RepositoryService repository,
            IdentityService identity,
            Release release,
            DeployProcesses start,
            @LocalServerPort int port) {
        this.repository = repository;
        this.identity = identity;
        this.release = release;
        this.start = start;
        this.port = port;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("release");
            copyTheProjectsFiles(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry settings) {
        settings.add("office.deployed-resources", () -> "file:" + FOLDER + "/*.*");
    }

    private static void copyTheProjectsFiles(Path folder) throws IOException {
        for (String from : List.of("processes", "forms")) {
            try (Stream<Path> files = Files.list(Path.of(from))) {
                for (Path file : files.toList()) {
                    Files.writeString(folder.resolve(file.getFileName()), Files.readString(file));
                }
            }
        }
    }

    private static String project(String name) {
        try {
            return Files.readString(Path.of(name.endsWith(".form") ? "forms" : "processes", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String changed(String name, String from, String into) {
        String text = project(name);
        assertThat(text).contains(from);
        return text.replace(from, into);
    }

    @BeforeEach
    void anEarlierReleaseIsInUse() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        copyTheProjectsFiles(FOLDER);
        releaseHas("of-this-test.form", project(FORM).replace("\"record-findings\"", "\"test-" + ++releases + "\""));
        release.deploy(release.files());
        start.deploy();
        Staff.employ(identity, "bea", Groups.PROCESS_OWNERS);
        bea = new Visitor(port);
        bea.signsIn("bea", Staff.password("bea"));
    }

    private void releaseHas(String name, String content) throws IOException {
        Files.writeString(FOLDER.resolve(name), content);
    }

    private void officeDeploys(Map<String, String> changes) {
        Deployment deployment = Deployment.ofTheProject();
        changes.forEach(deployment::with);
        Staff.employ(identity);
        deployment
                .create(Doors.rest("http://localhost:" + port).of(Groups.PROCESS_OWNERS))
                .good();
    }

    private String inUse(String name) {
        ProcessDefinition process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-response")
                .latestVersion()
                .singleResult();
        return repository.getDeploymentResources(process.getDeploymentId()).stream()
                .filter(resource -> resource.getName().equals(name))
                .map(resource -> new String(resource.getBytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private Document page() {
        HttpResponse<String> page = bea.sees("/processes");
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    private HttpResponse<String> decides(Document page, Map<String, String> choices) {
        return decides(bea, page, choices);
    }

    private static HttpResponse<String> decides(Visitor person, Document page, Map<String, String> choices) {
        Map<String, String> fields = new HashMap<>(choices);
        fields.put("seen", page.select("input[name=seen]").attr("value"));
        fields.put(
                "_csrf",
                page.select("form[action$=processes] input[name=_csrf]").attr("value"));
        return person.sends(
                "/processes",
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private String told(Visitor person) {
        return person.sees("/camunda/api/office/release").body();
    }

    @Test
    @DisplayName("replaces nothing: the log, the page and the screens say what differs and who has changed it")
    void waits(CapturedOutput output) throws IOException {
        officeDeploys(Map.of(TABLE, changed(TABLE, "<text>50</text>", "<text>45</text>")));
        releaseHas(FORM, changed(FORM, "\"maxLength\": ", "\"maxLength\": 1"));

        start.deploy();

        assertThat(inUse(TABLE)).contains("<text>45</text>");
        assertThat(inUse(FORM)).isEqualTo(project(FORM));
        assertThat(output)
                .contains("NOT deployed, since the office has deployed others")
                .contains("Row 1, Escalated on day: 45 here, 50 in the release");
        assertThat(page().text())
                .contains("This release waits for your decision")
                .contains("Changed here by process-owners")
                .contains("Row 1, Escalated on day: 45 here, 50 in the release")
                .doesNotContain(FORM);
        assertThat(told(bea))
                .contains("until you decide")
                .contains(TABLE + ", process-owners")
                .contains(": Row 1, Escalated on day: 45 here")
                .contains("\"address\":\"/processes\"");

        Staff.employ(identity, "martin", Groups.MANAGERS);
        Visitor martin = new Visitor(port);
        martin.signsIn("martin", Staff.password("martin"));
        assertThat(told(martin)).contains("until a process owner decides").contains("\"address\":\"\"");
        assertThat(martin.sees("/processes").statusCode()).isEqualTo(403);
        Staff.employ(identity, "owen", Groups.POLICY_OFFICERS);
        Visitor owen = new Visitor(port);
        owen.signsIn("owen", Staff.password("owen"));
        assertThat(told(owen)).contains("\"words\":\"\"");
        assertThat(bea.sees("/processes/file?whose=office&name=" + TABLE).body())
                .contains("<text>45</text>");
        assertThat(bea.sees("/processes/file?whose=release&name=" + TABLE).body())
                .isEqualTo(project(TABLE));
        assertThat(bea.sees("/processes/file?whose=release&name=nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("is decided about, and its files are read, by nobody but process owners, by whichever way they come")
    void nobodyElse() throws IOException {
        officeDeploys(Map.of(TABLE, changed(TABLE, "<text>42</text>", "<text>41</text>")));
        releaseHas(FORM, changed(FORM, "\"maxLength\": ", "\"maxLength\": 3"));
        start.deploy();
        Document page = page();
        String file = "/processes/file?whose=office&name=" + TABLE;
        Staff.employ(identity, "martin", Groups.MANAGERS);
        Visitor martin = new Visitor(port);
        martin.signsIn("martin", Staff.password("martin"));
        // The token of a page that the manager does see.
        String token = Jsoup.parse(martin.sees("/notices").body())
                .select("input[name=_csrf]")
                .attr("value");
        page.select("input[name=_csrf]").attr("value", token);

        assertThat(decides(martin, page, Map.of("file-0", "release")).statusCode())
                .isEqualTo(403);
        assertThat(martin.sees(file).statusCode()).isEqualTo(403);
        Visitor stranger = new Visitor(port);
        assertThat(stranger.sees(file).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        assertThat(decides(stranger, page, Map.of("file-0", "release")).statusCode())
                .isEqualTo(401);

        assertThat(inUse(TABLE)).contains("<text>41</text>");
        assertThat(inUse(FORM)).isNotEqualTo(Files.readString(FOLDER.resolve(FORM)));
    }

    @Test
    @DisplayName("is in use with the office's file when somebody has decided so, and the next one asks again")
    void keepsTheOffices() throws IOException {
        officeDeploys(Map.of(TABLE, changed(TABLE, "<text>35</text>", "<text>34</text>")));
        releaseHas(FORM, changed(FORM, "\"maxLength\": ", "\"maxLength\": 2"));
        start.deploy();

        HttpResponse<String> decided = decides(page(), Map.of("file-0", "office"));

        assertThat(decided.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/processes?saved"));
        assertThat(inUse(TABLE)).contains("<text>34</text>");
        assertThat(inUse(FORM)).isEqualTo(Files.readString(FOLDER.resolve(FORM)));
        assertThat(page().text())
                .contains("in use, except those below")
                .contains(TABLE)
                .doesNotContain(FORM);
        assertThat(told(bea)).contains("\"words\":\"\"");

        start.deploy();
        assertThat(inUse(TABLE)).contains("<text>34</text>");

        releaseHas(FORM, changed(FORM, "\"maxLength\": ", "\"maxLength\": 3"));
        start.deploy();
        assertThat(inUse(FORM)).contains("\"maxLength\": 2");
        assertThat(page().text())
                .contains("This release waits for your decision")
                .contains("34 here, 35 in the release");

        // This one differs just in what the office keeps, so that what is kept has been deployed in this way before.
        releaseHas(FORM, changed(FORM, "\"maxLength\": ", "\"maxLength\": 2"));
        releaseHas(TABLE, changed(TABLE, "<text>35</text>", "<text>36</text>"));
        start.deploy();
        assertThat(page().text()).contains("34 here, 36 in the release");
        decides(page(), Map.of("file-0", "office"));
        assertThat(inUse(TABLE)).contains("<text>34</text>");
        assertThat(told(bea)).contains("\"words\":\"\"");
    }

    @Test
    @DisplayName("takes the place of the office's file when somebody has decided so")
    void takesTheReleases() throws IOException {
        officeDeploys(Map.of(
                TABLE, changed(TABLE, "<text>35</text>", "<text>33</text>"),
                DIAGRAM, changed(DIAGRAM, "name=\"Approve the response\"", "name=\"Sign the response\"")));
        releaseHas(DIAGRAM, changed(DIAGRAM, "name=\"Send to HMICFRS\"", "name=\"Send it to HMICFRS\""));
        start.deploy();
        Document page = page();
        assertThat(page.text())
                .contains("Sign the response is called Approve the response in the release")
                .contains("Send to HMICFRS is called Send it to HMICFRS in the release")
                .contains("33 here, 35 in the release");

        HttpResponse<String> half = decides(page, Map.of("file-0", "release"));
        assertThat(half.statusCode()).isEqualTo(400);
        assertThat(half.body()).contains("Choose for " + TABLE);
        assertThat(inUse(TABLE)).contains("<text>33</text>");
        assertThat(decides(page, Map.of("file-0", "office", "file-1", "both")).statusCode())
                .isEqualTo(400);

        decides(page, Map.of("file-0", "release", "file-1", "release"));
        assertThat(inUse(TABLE)).isEqualTo(project(TABLE));
        assertThat(inUse(DIAGRAM)).contains("Send it to HMICFRS").contains("Approve the response");
        assertThat(page().text()).contains("The processes and forms of this release are in use.");

        HttpResponse<String> again = decides(page, Map.of("file-0", "office", "file-1", "office"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Nothing was done");
    }

    @Test
    @DisplayName("is refused in words where the files that were chosen do not go together")
    void doNotGoTogether() throws IOException {
        officeDeploys(Map.of(
                DIAGRAM,
                changed(DIAGRAM, "formRef=\"record-findings\"", "formRef=\"our-findings\""),
                "our-findings.form",
                project(FORM).replace("\"record-findings\"", "\"our-findings\"")));
        releaseHas(DIAGRAM, changed(DIAGRAM, "name=\"Send to HMICFRS\"", "name=\"Send it to HMICFRS\""));
        start.deploy();
        assertThat(page().text()).contains("Leave it out");

        HttpResponse<String> refused = decides(page(), Map.of("file-0", "office", "file-1", "release"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.body()).text())
                .containsPattern("inspection-response.bpmn, line \\d+: the form \"our-findings\" of "
                        + "\"Record the findings and recommendations\" is missing");
        assertThat(inUse(DIAGRAM)).contains("our-findings");
        decides(page(), Map.of("file-0", "office", "file-1", "office"));
        assertThat(inUse("our-findings.form")).isNotEmpty();
    }

    @Test
    @DisplayName("comes in without a question where the office has changed nothing, or just what the release brings")
    void nothingToDecide() throws IOException {
        String shorter = changed(TABLE, "<text>49</text>", "<text>48</text>");
        officeDeploys(Map.of(TABLE, shorter));
        releaseHas(TABLE, shorter);
        releaseHas(FORM, changed(FORM, "\"maxLength\": ", "\"maxLength\": 4"));

        start.deploy();

        assertThat(inUse(FORM)).contains("\"maxLength\": 4");
        assertThat(inUse(TABLE)).contains("<text>48</text>");
        assertThat(page().text()).contains("The processes and forms of this release are in use.");
    }

    @Test
    @DisplayName("is held back in words where a form is missing or could not be shown")
    void missingForm(CapturedOutput output) throws IOException {
        Files.delete(FOLDER.resolve("approve-response.form"));
        start.deploy();
        assertThat(output)
                .containsPattern("inspection-response.bpmn, line \\d+: the form \"approve-response\" of "
                        + "\"Approve the response\" is missing: it has to be deployed together with the diagram");
        assertThat(inUse("approve-response.form")).isEqualTo(project("approve-response.form"));
        assertThat(page().text()).contains("This release is not in use").contains("\"approve-response\"");
        assertThat(told(bea)).contains("something is wrong with them");

        copyTheProjectsFiles(FOLDER);
        releaseHas(FORM, changed(FORM, "\"type\": \"html\"", "\"type\": \"richtext\""));
        start.deploy();
        assertThat(output)
                .containsPattern("record-findings.form, line \\d+: Tasklist does not know the component \"richtext\"");
    }
}
