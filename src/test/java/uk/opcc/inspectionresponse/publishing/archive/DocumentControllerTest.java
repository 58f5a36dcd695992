package uk.opcc.inspectionresponse.publishing.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.opcc.inspectionresponse.TheOffice.COMMISSIONER;
import static uk.opcc.inspectionresponse.TheOffice.COMMUNICATIONS_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.MANAGER;
import static uk.opcc.inspectionresponse.TheOffice.POLICY_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.STAFF_OFFICER;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.accounts.Account;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.publishing.document.Documents;

@ExtendWith(TestClock.BackToNow.class)
@SpringBootTest(properties = {"spring.datasource.url=jdbc:h2:mem:documents", "camunda.bpm.job-execution.enabled=false"})
@AutoConfigureMockMvc
@Import(TestClock.Configuration.class)
@DisplayName("The documents of an inspection")
class DocumentControllerTest {

    private static final List<String> EXTENSIONS = List.of("html", "pdf", "docx");

    private final MockMvc http;
    private final ProcessEngine engine;
    private final TestClock clock;
    private final JdbcTemplate database;
    private final SessionRepository<?> sessions;
    private final TheOffice office;
    private final Documents documents;

    @Autowired
    DocumentControllerTest(
            MockMvc http,
            ProcessEngine engine,
            TestClock clock,
            JdbcTemplate database,
            SessionRepository<?> sessions,
            Documents documents) {
        this.sessions = sessions;
        this.http = http;
        this.engine = engine;
        this.clock = clock;
        this.database = database;
        this.office = new TheOffice(engine);
        this.documents = documents;
    }

    @BeforeEach
    void itIsTheDayAfterPublication() {
        clock.moveTo(LocalDate.parse("2018-07-20"), LocalTime.of(10, 0));
    }

    @ParameterizedTest(
            name = "are kept as {0} byte for byte as the approver read them, whatever is ticked and till after the end")
    @ValueSource(strings = {"html", "pdf", "docx"})
    void whatWasApprovedIsWhatIsDistributed(String extension) throws Exception {
        ProcessInstance inspection = office.hasDrafted("Read and approved", "2018-07-19");
        clock.moveTo(LocalDate.parse("2018-08-20"), LocalTime.of(10, 0));
        byte[] read = bytes(COMMISSIONER, inspection, "draft." + extension);

        clock.moveTo(LocalDate.parse("2018-08-20"), LocalTime.of(23, 50));
        office.approves(inspection);
        byte[] approved = bytes(POLICY_OFFICER, inspection, "response." + extension);
        for (String distribution : List.of(
                "send-to-home-office",
                "send-to-hmicfrs",
                "publish-on-website",
                "send-to-chief-constable",
                "send-to-police-and-crime-panel")) {
            office.distributes(inspection, distribution);
        }
        assertThat(office.tasks(inspection)).isEmpty();

        assertThat(approved).isEqualTo(read);
        assertThat(bytes(COMMUNICATIONS_OFFICER, inspection, "response." + extension))
                .isEqualTo(read);
        ask(POLICY_OFFICER, inspection, "draft." + extension).andExpect(status().isNotFound());
    }

    @ParameterizedTest(
            name = "are rendered as record copy ({0}) once for the boxes that are ticked, and again when one more is")
    @ValueSource(strings = {"pdf", "docx"})
    void recordCopyIsRenderedOnce(String extension) throws Exception {
        ProcessInstance inspection = office.hasDrafted("Looked at often", "2018-07-19");
        office.approves(inspection);
        byte[] first = bytes(MANAGER, inspection, "record." + extension);
        assertThat(bytes(MANAGER, inspection, "record." + extension)).isEqualTo(first);
        // Whatever is kept is what is shown: it was not made again.
        byte[] marked = "as it was kept".getBytes(StandardCharsets.UTF_8);
        database.update("update rendered_record_copy set content = ? where format = ?", marked, extension);
        assertThat(bytes(MANAGER, inspection, "record." + extension)).isEqualTo(marked);

        office.distributes(inspection, "send-to-hmicfrs");

        byte[] ticked = bytes(MANAGER, inspection, "record." + extension);
        assertThat(ticked).isNotEqualTo(first).isNotEqualTo(marked);
        assertThat(bytes(MANAGER, inspection, "record." + extension)).isEqualTo(ticked);
    }

    @Test
    @DisplayName("are asked for again a little later, as the answer says, where too many wait for theirs already")
    void busy() throws Exception {
        ProcessInstance inspection = office.hasDrafted("Busy", "2018-07-19");
        CountDownLatch free = new CountDownLatch(1);
        List<Thread> others = IntStream.range(0, Runtime.getRuntime().availableProcessors() + 50)
                .mapToObj(number -> new Thread(() -> documents.forWhoeverWaits(() -> await(free))))
                .toList();
        try {
            for (Thread other : others) {
                other.start();
                Awaitility.await()
                        .until(() -> EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)
                                .contains(other.getState()));
            }
            for (String path : List.of(
                    "/documents/" + inspection.getBusinessKey() + "/draft.pdf",
                    "/documents/" + inspection.getBusinessKey() + "/record.docx",
                    "/evidence/" + inspection.getBusinessKey() + ".zip")) {
                http.perform(get(path).with(signedIn(MANAGER)))
                        .andExpect(status().isServiceUnavailable())
                        .andExpect(header().string(HttpHeaders.RETRY_AFTER, "30"))
                        .andExpect(content().string(Matchers.containsString("Try again in 30 seconds.")));
            }
        } finally {
            free.countDown();
            for (Thread other : others) {
                other.join();
            }
        }
        ask(COMMISSIONER, inspection, "draft.pdf").andExpect(status().isOk());
    }

    private static Void await(CountDownLatch free) {
        try {
            free.await();
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("have a record copy whose boxes are ticked, each with its day, as the distributions are done")
    void recordCopy() throws Exception {
        ProcessInstance inspection = office.hasApproved("Ticked", "2018-07-19");
        assertThat(boxes(inspection)).hasSize(5).allMatch(box -> box.startsWith("☐ Response "));

        clock.moveTo(LocalDate.parse("2018-08-02"), LocalTime.of(10, 0));
        office.distributes(inspection, "publish-on-website");
        assertThat(boxes(inspection))
                .containsExactly(
                        "☐ Response forwarded to the Home Office",
                        "☐ Response forwarded to HMICFRS",
                        "✓ Response published on the OPCCN website, 2 August 2018",
                        "☐ Response forwarded to Chief Constable",
                        "☐ Response forwarded to Police and Crime Panel");
        for (String extension : EXTENSIONS) {
            ask(POLICY_OFFICER, inspection, "record." + extension).andExpect(status().isOk());
        }
    }

    @Test
    @DisplayName("stay there when the engine has forgotten the inspection")
    void afterTheHistory() throws Exception {
        ProcessInstance inspection = office.hasApproved("Forgotten", "2018-07-19");
        office.distributes(inspection, "send-to-hmicfrs");
        engine.getRuntimeService().deleteProcessInstance(inspection.getId(), "for the test");
        engine.getHistoryService().deleteHistoricProcessInstance(inspection.getId());

        ask(POLICY_OFFICER, inspection, "response.pdf").andExpect(status().isOk());
        assertThat(boxes(inspection)).contains("✓ Response forwarded to HMICFRS, 20 July 2018");
    }

    @Test
    @DisplayName("say what they are: type, name of the file, SHA-256 as ETag, and nothing in them may run")
    void headers() throws Exception {
        ProcessInstance inspection = office.hasApproved("Headers", "2018-07-19");
        String etag = ask(POLICY_OFFICER, inspection, "response.pdf")
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG);

        byte[] pdf = bytes(POLICY_OFFICER, inspection, "response.pdf");
        assertThat(etag).isEqualTo('"' + KeptDocument.of(pdf).sha256() + '"');
        http.perform(get("/documents/{reference}/response.pdf", inspection.getBusinessKey())
                        .with(signedIn(POLICY_OFFICER))
                        .header(HttpHeaders.IF_NONE_MATCH, etag))
                .andExpect(status().isNotModified());
        ask(POLICY_OFFICER, inspection, "response.docx")
                .andExpect(content()
                        .contentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .andExpect(result -> assertThat(result.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                        .startsWith("attachment")
                        .contains(inspection.getBusinessKey() + "-response.docx"));
        ask(POLICY_OFFICER, inspection, "response.html")
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                        .contains("default-src 'none'"));
    }

    @Test
    @DisplayName("ask for a sign-in, all of them, whether or not they are there")
    void signIn() throws Exception {
        ProcessInstance inspection = office.hasApproved("Signed in", "2018-07-19");
        for (String document : List.of("draft", "response", "record")) {
            for (String extension : EXTENSIONS) {
                http.perform(get(
                                "/documents/{reference}/{file}",
                                inspection.getBusinessKey(),
                                document + "." + extension))
                        .andExpect(status().isUnauthorized());
            }
        }
        http.perform(get("/documents/none/draft.html")).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft.exe", "response.txt", "record.PDF", "other.pdf", "draft.", "response.pdf"})
    @DisplayName("are not found under a name that is none, or before the approval")
    void notFound(String file) throws Exception {
        ProcessInstance inspection = office.hasDrafted("Not yet", "2018-07-19");
        ask(POLICY_OFFICER, inspection, file).andExpect(status().isNotFound());
        http.perform(get("/documents/none/" + file).with(signedIn(POLICY_OFFICER)))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName(
            "are shown to their readers alone: drafts to who approves, not to communications or the Chief Constable")
    void authorizations() throws Exception {
        ProcessInstance drafted = office.hasDrafted("Draft", "2018-07-19");
        ProcessInstance approved = office.hasApproved("Approved", "2018-07-19");
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser("stranger"));
        for (String extension : EXTENSIONS) {
            for (String user : List.of(COMMISSIONER, MANAGER)) {
                ask(user, drafted, "draft." + extension).andExpect(status().isOk());
                ask(user, approved, "response." + extension).andExpect(status().isOk());
            }
            ask(COMMUNICATIONS_OFFICER, drafted, "draft." + extension).andExpect(status().isNotFound());
            ask(COMMUNICATIONS_OFFICER, drafted, "response." + extension).andExpect(status().isNotFound());
            ask(COMMUNICATIONS_OFFICER, approved, "response." + extension).andExpect(status().isOk());
            for (String user : List.of(STAFF_OFFICER, "stranger")) {
                ask(user, drafted, "draft." + extension).andExpect(status().isForbidden());
                ask(user, approved, "response." + extension).andExpect(status().isForbidden());
                ask(user, approved, "record." + extension).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    @DisplayName("are kept once: the task that keeps them does nothing when it is run again")
    void keptOnce() {
        ProcessInstance inspection = office.hasApproved("Once", "2018-07-19");
        assertThat(rows(inspection)).isEqualTo(3);

        runAgain(inspection);
        assertThat(rows(inspection)).isEqualTo(3);

        engine.getRuntimeService()
                .setVariable(inspection.getId(), "response", TheOffice.json(Map.of("text", "Other.")));
        runAgain(inspection);
        assertThat(rows(inspection)).isEqualTo(6);
        assertThat(database.queryForList(
                        "select distinct version from approved_response where reference = ? order by version",
                        Integer.class,
                        inspection.getBusinessKey()))
                .containsExactly(1, 2);
    }

    @Test
    @DisplayName("don't undo the decision where they can't be rendered: the job is tried again and then an incident")
    void failure() {
        ProcessInstance inspection = office.hasDrafted("Broken", "2018-07-19");
        engine.getRuntimeService().setVariable(inspection.getId(), "inspectionType", null);
        AtomicBoolean failed = new AtomicBoolean();
        try {
            office.approves(inspection);
        } catch (RuntimeException e) {
            failed.set(true);
        }

        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(inspection.getId())
                .messages()
                .singleResult();
        assertThat(failed).isTrue();
        assertThat(office.valueOf(inspection, "approvalDecision")).isEqualTo("approve");
        assertThat(job.getExceptionMessage()).contains("inspectionType");
        assertThat(job.getRetries()).isEqualTo(4);
        engine.getManagementService().setJobRetries(job.getId(), 0);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(inspection.getId())
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "a?b", "a#b", "a%2Fb", "a;b", "<b>", "a\\b", "\"x"})
    @DisplayName("can be linked by every reference: one that can't stand in a link is refused")
    void references(String reference) {
        assertThatThrownBy(() -> engine.getFormService()
                        .submitStartForm(
                                office.newestDiagram(),
                                reference,
                                Map.of(
                                        "title", "T",
                                        "datePublished", "2018-07-19",
                                        "inspectionType", "PEEL Inspection")))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("businessKey");
    }

    private void runAgain(ProcessInstance inspection) {
        engine.getRuntimeService()
                .createProcessInstanceModification(inspection.getId())
                .startBeforeActivity("keep-approved-response")
                .execute();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(inspection.getId())
                        .messages()
                        .singleResult()
                        .getId());
    }

    private Integer rows(ProcessInstance inspection) {
        return database.queryForObject(
                "select count(*) from approved_response where reference = ?",
                Integer.class,
                inspection.getBusinessKey());
    }

    private List<String> boxes(ProcessInstance inspection) throws Exception {
        return Jsoup.parse(new String(bytes(POLICY_OFFICER, inspection, "record.html"), StandardCharsets.UTF_8))
                .select(".office-use li")
                .eachText();
    }

    private byte[] bytes(String user, ProcessInstance inspection, String file) throws Exception {
        return ask(user, inspection, file)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private ResultActions ask(String user, ProcessInstance inspection, String file) throws Exception {
        return http.perform(get("/documents/{reference}/{file}", inspection.getBusinessKey(), file)
                .with(signedIn(user)));
    }

    private RequestPostProcessor signedIn(String user) {
        Cookie cookie = new Cookie("JSESSIONID", sessionOf(user, sessions));
        return request -> {
            request.setCookies(cookie);
            return request;
        };
    }

    private static <S extends Session> String sessionOf(String user, SessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of())));
        // What a sign-in leaves in a session; without it the session would be ended.
        session.setAttribute(
                "uk.opcc.inspectionresponse.platform.signin.AccountOfSession", new Account("", Set.of(), 0));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
