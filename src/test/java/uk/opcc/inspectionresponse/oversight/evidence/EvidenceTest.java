package uk.opcc.inspectionresponse.oversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.opcc.inspectionresponse.TheOffice.COMMUNICATIONS_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.POLICY_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.json;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** As the server of the other tests, with a mail server, which refuses and fails. */
@Import(OneDay.Configuration.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:evidence",
            "camunda.bpm.job-execution.enabled=false",
            "office.public-url=https://office.example/",
            "spring.mail.host=localhost",
            "spring.mail.properties.mail.smtp.starttls.required=false"
        })
@DisplayName("The evidence of an inspection")
class EvidenceTest {

    private static final int MAIL_PORT = freePort();
    private static final String DAY_41 =
            StatutoryPeriod.whereDay(41, OneDay.TODAY).published().toString();
    private static final List<String> FORMATS = List.of("html", "pdf", "docx");

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final TheOffice office;
    private final Visitor officer;

    @Autowired
    EvidenceTest(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.engine = engine;
        this.database = database;
        this.office = new TheOffice(engine);
        this.officer = new Visitor(port);
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", () -> MAIL_PORT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void anOfficerIsSignedIn() {
        Staff.employ(engine.getIdentityService());
        officer.signsIn("policy-officers", Staff.password("policy-officers"));
    }

    @Test
    @DisplayName(
            "has each attempt, answer, note, version and correction, with the SHA-256 of what the mail server received")
    void wholeStory() throws Exception {
        ProcessInstance inspection = office.hasApproved("Whole <b>story</b>", DAY_41);
        String reference = inspection.getBusinessKey();
        List<ScriptedMailServer.Received> received = isSentToTwo(inspection);
        office.completes(
                POLICY_OFFICER,
                inspection,
                "send-to-chief-constable",
                Map.of("distribution", json(Map.of("way", "another", "note", "By hand, at HQ."))));
        office.publishes(inspection);
        ProcessInstance correction = office.beginsCorrection(reference, "A sum was wrong: it is £5m.");
        office.writesCorrection(correction, "I welcome it more.", "finished");
        office.approvesCorrection(correction);

        Document page = page(reference);
        assertThat(page.select("h1").text()).isEqualTo("Evidence: Whole <b>story</b>");
        assertThat(page.select(".verdict.good").text()).isEqualTo("Published on day 41 of 56: in time.");
        assertThat(page.select("[aria-labelledby=publication]").text())
                .contains(
                        "https://office.example/responses/" + reference,
                        COMMUNICATIONS_OFFICER,
                        "Correction 1",
                        "A sum was wrong: it is £5m.",
                        "manager, approved by commissioner");
        Element copies = page.select("[aria-labelledby=recipients]").first();
        assertThat(copies.text())
                .contains("Sent in another way, as a person recorded", "By hand, at HQ.", POLICY_OFFICER)
                .contains("No copy that was sent is recorded", "not ticked");
        assertThat(copies.select("tbody tr").first().text())
                .isEqualTo("Response published on the OPCCN website Published in the public register "
                        + WrittenDate.of(OneDay.TODAY));
        assertThat(copies.select("tbody tr")).hasSize(5);
        assertThat(mail(copies, 0))
                .contains("Email 1: Refused: nobody has received it", "To wrong@office.example")
                .contains("the application: refused, not sent", "550 5.1.1 no such mailbox");
        assertThat(mail(copies, 1))
                .contains("Email 2: Accepted by the mail server", "To right@office.example")
                .contains("250 2.0.0 taken over", received.get(0).messageId());
        assertThat(mail(copies, 2))
                .contains("not sent, to be tried again", "451 4.3.0 come back later", "accepted by the mail server");

        Map<String, byte[]> files = unpacked(reference);
        for (ScriptedMailServer.Received mail : received) {
            for (Map.Entry<String, byte[]> attachment : Unpacked.attachments(
                            mail.text().getBytes(StandardCharsets.ISO_8859_1))
                    .entrySet()) {
                String hash = Unpacked.sha256(attachment.getValue());
                assertThat(hash)
                        .isEqualTo(Unpacked.sha256(files.get("approved/version-1/response." + attachment.getKey())));
                assertThat(copies.text()).contains("SHA-256 " + hash + ": equal to approved version 1");
            }
        }
        assertThat(copies.text()).doesNotContain("NOT EQUAL");
        for (int version : new int[] {1, 2}) {
            for (String format : FORMATS) {
                byte[] stored = database.queryForObject(
                        "select content from approved_response where reference = ? and version = ? and format = ?",
                        byte[].class,
                        reference,
                        version,
                        format);
                assertThat(files.get("approved/version-" + version + "/response." + format))
                        .isEqualTo(stored);
                assertThat(page.select("[aria-labelledby=versions]").text())
                        .contains(Unpacked.sha256(stored) + " " + stored.length + " bytes match this SHA-256");
            }
        }
        assertThat(page.select("[aria-labelledby=versions]").text()).contains(" by commissioner. Stored on");
        assertThat(files).containsKeys("audit.csv", "audit-correction-1.csv", "pages.css");
        assertThat(files.get("approved/version-1/record-copy.pdf")).startsWith("%PDF".getBytes(StandardCharsets.UTF_8));
        assertThat(files.keySet().stream().filter(name -> name.startsWith("mails/")))
                .containsExactly(
                        "mails/01-send-to-home-office.txt",
                        "mails/02-send-to-home-office.txt",
                        "mails/03-send-to-hmicfrs.txt");
        assertThat(text(files, "mails/02-send-to-home-office.txt"))
                .contains(
                        "To: right@office.example",
                        "Message-ID: " + received.get(0).messageId(),
                        "equal to approved version 1",
                        "250 2.0.0 taken over",
                        "Dear colleague,");
        Document inZip = Jsoup.parse(text(files, "evidence.html"));
        assertThat(inZip.select("main section").text())
                .isEqualTo(page.select("main section").text());
        assertThat(inZip.select("form, script, header a")).isEmpty();
        assertThat(inZip.select("link[rel=stylesheet]").attr("href")).isEqualTo("pages.css");
    }

    /** To the Home Office at the second address, and to HMICFRS at the second try. */
    private List<ScriptedMailServer.Received> isSentToTwo(ProcessInstance inspection) {
        try (ScriptedMailServer server = ScriptedMailServer.at(MAIL_PORT)
                .answering((step, line) ->
                        step == Step.RECIPIENT && line.contains("wrong@") ? "550 5.1.1 no such mailbox" : null)) {
            office.orders(inspection, "send-to-home-office", Map.of("address", "wrong@office.example"));
            office.jobsRun(inspection);
            office.orders(inspection, "send-to-home-office", Map.of("address", "right@office.example"));
            office.jobsRun(inspection);
            server.answering((step, line) -> step == Step.DATA ? "451 4.3.0 come back later" : null);
            office.orders(inspection, "send-to-hmicfrs", Map.of());
            Job job = office.sendingJobs(inspection).get(0);
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                    .hasMessageContaining("come back later");
            server.answering((step, line) -> null);
            office.jobsRun(inspection);
            assertThat(server.received()).hasSize(2);
            return List.copyOf(server.received());
        }
    }

    private static String mail(Element copies, int index) {
        return copies.select("article.mail").get(index).text();
    }

    @Test
    @DisplayName("says that a response is late, and that another site published it on the day that somebody gave")
    void late() {
        ProcessInstance inspection = office.hasApproved("Late", "2018-07-19");
        office.completes(
                COMMUNICATIONS_OFFICER,
                inspection,
                "publish-on-website",
                Map.of(
                        "publishedWhere",
                        "elsewhere",
                        "distribution",
                        json(Map.of("address", "https://elsewhere.example/late", "doneOn", OneDay.TODAY.toString()))));
        Document page = page(inspection.getBusinessKey());
        int day = new StatutoryPeriod(LocalDate.parse("2018-07-19")).dayOf(OneDay.TODAY);
        assertThat(page.select(".verdict.problem").text())
                .isEqualTo("Published on day " + day
                        + ", after the 56 days: late, by the day that a person recorded for another website.");
        assertThat(page.text())
                .contains("12 September 2018", "On another site: https://elsewhere.example/late")
                .contains("the day of the publication is the one that this person gave")
                .doesNotContain("in time.");
    }

    @Test
    @DisplayName("says of an inspection that is going on what there is, and never that it is in time")
    void goingOn() throws IOException {
        ProcessInstance early = office.registers("Early", DAY_41);
        Document page = page(early.getBusinessKey());
        assertThat(page.select(".verdict.open").text()).isEqualTo("Not yet published. The 56 days have not ended.");
        assertThat(page.text())
                .contains("No version has been approved", "Going on")
                .doesNotContain("in time.");
        assertThat(unpacked(early.getBusinessKey())).containsOnlyKeys("evidence.html", "pages.css", "audit.csv");

        ProcessInstance approved = office.hasApproved("Overdue", "2018-07-19");
        office.orders(approved, "send-to-hmicfrs", Map.of());
        Document overdue = page(approved.getBusinessKey());
        assertThat(overdue.select(".verdict.problem").text()).isEqualTo("Not yet published. The 56 days have ended.");
        assertThat(overdue.text())
                .contains("Not sent yet: nobody has received it")
                .doesNotContain("in time.");

        engine.getRuntimeService().deleteProcessInstance(approved.getId(), "a test");
        assertThat(page(approved.getBusinessKey()).text())
                .contains("Not published. The 56 days have ended.", "Stopped before its end");
        assertThat(unpacked(approved.getBusinessKey())).containsKey("mails/01-send-to-hmicfrs.txt");
    }

    @Test
    @DisplayName("is still there, with what is kept for good, when the engine's history is gone")
    void historyIsGone() throws IOException {
        ProcessInstance inspection = office.hasApproved("Cleaned up", DAY_41);
        for (String task : List.of(
                "send-to-home-office",
                "send-to-hmicfrs",
                "send-to-chief-constable",
                "send-to-police-and-crime-panel")) {
            office.distributes(inspection, task);
        }
        office.publishes(inspection);
        engine.getHistoryService().deleteHistoricProcessInstance(inspection.getId());

        Document page = page(inspection.getBusinessKey());
        assertThat(page.select("h1").text()).isEqualTo("Evidence: Cleaned up");
        assertThat(page.select(".verdict.good").text()).isEqualTo("Published on day 41 of 56: in time.");
        assertThat(page.text())
                .contains("by whom is no longer recorded", "how it was sent is no longer recorded")
                .contains("The history of the steps of this inspection is no longer kept");
        assertThat(unpacked(inspection.getBusinessKey()))
                .containsKeys("evidence.html", "approved/version-1/response.pdf", "approved/version-1/record-copy.pdf")
                .doesNotContainKey("audit.csv");
    }

    @Test
    @DisplayName("says so where bytes were changed past the application, and where the record contradicts itself")
    void tampered() {
        ProcessInstance inspection = office.hasApproved("Tampered", "2018-07-19");
        String reference = inspection.getBusinessKey();
        office.publishes(inspection);
        office.orders(inspection, "send-to-hmicfrs", Map.of());
        database.update(
                "update approved_response set content = ? where reference = ? and format = 'pdf'",
                "forged".getBytes(StandardCharsets.UTF_8),
                reference);
        database.update("update register_entry set in_time = true where reference = ?", reference);
        Document page = page(reference);
        assertThat(page.text()).contains("DO NOT MATCH this SHA-256", "NOT EQUAL to approved version 1");
        assertThat(page.select(".verdict.problem").text()).contains("the recorded dates contradict each other");

        database.update(
                "update register_entry set in_time = false, published_on = ? where reference = ?",
                LocalDate.parse("2018-08-01"),
                reference);
        assertThat(page(reference).select(".verdict.problem").text())
                .contains("the recorded dates contradict each other");
    }

    @Test
    @DisplayName("gives the same bytes for the same record, under names that no reference can spoil")
    void names() throws IOException {
        String process = office.newestDiagram();
        ProcessInstance inspection = engine.getFormService()
                .submitStartForm(
                        process,
                        "C:.. (@+) x",
                        Map.of(
                                "title", "../../etc/passwd\u202e",
                                "datePublished", DAY_41,
                                "inspectionType", "PEEL Inspection"));
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "Noted.");
        office.drafts(inspection, "I agree.");
        office.approves(inspection);
        office.orders(inspection, "send-to-hmicfrs", Map.of());

        String inAddress = "C:..%20(@+)%20x";
        HttpResponse<byte[]> first = officer.downloads("/evidence/" + inAddress + ".zip");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"evidence-C-x.zip\"");
        assertThat(officer.downloads("/evidence/" + inspection.getId() + ".zip").body())
                .isEqualTo(first.body());
        assertThat(unpacked(inspection.getId()).keySet())
                .allMatch(name -> name.matches("[a-z0-9]+[a-zA-Z0-9./-]*|SHA256SUMS"))
                .noneMatch(name -> name.contains(".."));
        assertThat(page(inAddress).select("main a").attr("href")).isEqualTo("/evidence/" + inspection.getId() + ".zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-07-19-there-is-none-1",
                "x",
                "%20",
                "%01",
                "%F0%9F%98%80",
                "a%20b",
                "a..b",
                "x'%20or%20'1'='1",
                "{correction}"
            })
    @DisplayName("is not there for a reference that nobody knows")
    void unknown(String reference) {
        String asked = reference;
        if (reference.equals("{correction}")) {
            ProcessInstance inspection = office.hasApproved("To be corrected", DAY_41);
            office.publishes(inspection);
            asked = office.beginsCorrection(inspection.getBusinessKey(), "A name was wrong.")
                    .getId();
        }
        assertThat(officer.sees("/evidence/" + asked).statusCode()).isEqualTo(404);
        assertThat(officer.sees("/evidence/" + asked + ".zip").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("is for those with a role that needs it, is reached from the audit, and can't be changed by anybody")
    void readOnly() {
        ProcessInstance inspection = office.hasApproved("Read only", DAY_41);
        String path = "/evidence/" + inspection.getBusinessKey();
        officer.signsIn("chief-constables-office", Staff.password("chief-constables-office"));
        assertThat(officer.sees(path).statusCode()).isEqualTo(403);
        assertThat(officer.sees(path + ".zip").statusCode()).isEqualTo(403);

        officer.signsIn("camunda-admin", Staff.password("camunda-admin"));
        assertThat(officer.sees("/audit/" + inspection.getBusinessKey()).body()).contains("href=\"" + path + "\"");
        Document page = page(inspection.getBusinessKey());
        assertThat(page.select("header a").attr("href")).isEqualTo("/audit/" + inspection.getBusinessKey());
        String token = page.select("input[name=_csrf]").attr("value");
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            for (String address : List.of(path, path + ".zip")) {
                assertThat(officer.asks(officer.request(address)
                                        .header("X-CSRF-TOKEN", token)
                                        .method(method, HttpRequest.BodyPublishers.noBody()))
                                .statusCode())
                        .as(method)
                        .isEqualTo(405);
            }
        }
        assertThat(page(inspection.getBusinessKey()).select("main").outerHtml())
                .isEqualTo(page.select("main").outerHtml());
    }

    private Document page(String reference) {
        HttpResponse<String> answer = officer.sees("/evidence/" + reference);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script", "<b>story");
        return Jsoup.parse(answer.body());
    }

    /** The files of the ZIP but the sums, which are those of all of them. */
    private Map<String, byte[]> unpacked(String reference) throws IOException {
        HttpResponse<byte[]> answer = officer.downloads("/evidence/" + reference + ".zip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        return Unpacked.of(answer.body());
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
