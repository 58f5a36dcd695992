package uk.opcc.inspectionresponse.oversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** An office that has set a letter for the Home Office, and left all others as they are. */
@Import(OneDay.Configuration.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:letters",
            "camunda.bpm.job-execution.enabled=false",
            "office.recipients.home-office.layout=letter"
        })
@DisplayName("The copy for the Home Office, where the office has set a letter")
class CopyAsLetterTest {

    private static final String DAY_30 =
            StatutoryPeriod.whereDay(30, OneDay.TODAY).published().toString();
    private static final String HOME_OFFICE = "send-to-home-office";
    private static final String HMICFRS = "send-to-hmicfrs";
    private static final List<String> FORMATS = List.of("html", "pdf", "docx");

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final TheOffice office;
    private final Visitor officer;

    @Autowired
    CopyAsLetterTest(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.engine = engine;
        this.database = database;
        this.office = new TheOffice(engine);
        this.officer = new Visitor(port);
    }

    @BeforeEach
    void anOfficerIsSignedIn() {
        Staff.employ(engine.getIdentityService());
        officer.signsIn("policy-officers", Staff.password("policy-officers"));
    }

    @Test
    @DisplayName(
            "is the letter, byte for byte as it is kept; HMICFRS gets the response; and the evidence says so of each")
    void sent() throws Exception {
        ProcessInstance inspection = office.hasApproved("By letter", DAY_30);
        String reference = inspection.getBusinessKey();
        String documents = "/documents/" + reference;
        assertThat(letterTo(inspection, HOME_OFFICE)).isEqualTo("home-office");
        assertThat(letterTo(inspection, HMICFRS)).isNull();
        String letter = officer.sees(documents + "/letters/home-office.html").body();
        assertThat(Jsoup.parse(letter).text())
                .contains("The Home Secretary", "Dear Home Secretary,", "Our reference: " + reference.replace('-', '/'))
                .contains("Response under section 55 of the Police Act 1996 to “By letter”");
        assertThat(officer.sees(documents + "/letters/hmicfrs.html").statusCode())
                .isEqualTo(404);
        assertThat(officer.sees(documents + "/letters/nobody.pdf").statusCode()).isEqualTo(404);
        assertThat(linksAt(office.task(inspection, HOME_OFFICE).getId()))
                .contains(documents + "/letters/home-office.pdf");

        office.mails(inspection, HOME_OFFICE);
        office.mails(inspection, HMICFRS);

        Map<String, byte[]> files =
                Unpacked.of(officer.downloads("/evidence/" + reference + ".zip").body());
        Map<String, byte[]> toHomeOffice = Unpacked.attachments(files.get("mails/01-send-to-home-office.eml"));
        Map<String, byte[]> toHmicfrs = Unpacked.attachments(files.get("mails/02-send-to-hmicfrs.eml"));
        for (String format : FORMATS) {
            byte[] shown = officer.downloads(documents + "/letters/home-office." + format)
                    .body();
            assertThat(files.get("approved/version-1/letter-to-home-office." + format))
                    .isEqualTo(shown);
        }
        toHomeOffice.forEach((format, attached) -> assertThat(attached)
                .isEqualTo(files.get("approved/version-1/letter-to-home-office." + format))
                .isNotEqualTo(files.get("approved/version-1/response." + format)));
        toHmicfrs.forEach((format, attached) ->
                assertThat(attached).isEqualTo(files.get("approved/version-1/response." + format)));
        assertThat(new String(files.get("mails/01-send-to-home-office.eml"), StandardCharsets.UTF_8))
                .contains(reference + "-letter.pdf", reference + "-letter.docx");
        assertThat(new String(files.get("mails/02-send-to-hmicfrs.eml"), StandardCharsets.UTF_8))
                .contains(reference + "-response.pdf");
        String evidence =
                Jsoup.parse(officer.sees("/evidence/" + reference).body()).text();
        for (Map<String, byte[]> attached : List.of(toHomeOffice, toHmicfrs)) {
            attached.values()
                    .forEach(file -> assertThat(evidence)
                            .contains("SHA-256 " + Unpacked.sha256(file) + ": equal to approved version 1"));
        }
        assertThat(evidence).contains("Letter to the Home Office, PDF").doesNotContain("NOT EQUAL");
        assertThat(files).doesNotContainKey("approved/version-1/letter-to-hmicfrs.pdf");
    }

    @Test
    @DisplayName("that came back after a correction is the corrected letter, and the one before stays")
    void corrected() throws Exception {
        ProcessInstance inspection = office.hasApproved("Corrected letter", DAY_30);
        String reference = inspection.getBusinessKey();
        office.mails(inspection, HOME_OFFICE);
        office.distributes(inspection, HOME_OFFICE);
        office.publishes(inspection);
        ProcessInstance correction = office.beginsCorrection(reference, "A sum was wrong.");
        office.writesCorrection(correction, "I welcome it more.", "finished");
        office.approvesCorrection(correction);

        ProcessInstance again = office.recordsThatItCameBack(reference, "home-office", "Mailbox full");
        assertThat(letterTo(again, "send-the-copy-again")).isEqualTo("home-office");
        office.mails(again, "send-the-copy-again");

        Map<String, byte[]> files =
                Unpacked.of(officer.downloads("/evidence/" + reference + ".zip").body());
        assertThat(new String(files.get("approved/version-2/letter-to-home-office.html"), StandardCharsets.UTF_8))
                .contains("I welcome it more.");
        assertThat(new String(files.get("approved/version-1/letter-to-home-office.html"), StandardCharsets.UTF_8))
                .doesNotContain("I welcome it more.");
        assertThat(Unpacked.attachments(files.get("mails/01-send-to-home-office.eml"))
                        .get("pdf"))
                .isEqualTo(files.get("approved/version-1/letter-to-home-office.pdf"));
        assertThat(Unpacked.attachments(files.get("mails/02-send-to-home-office.eml"))
                        .get("pdf"))
                .isEqualTo(files.get("approved/version-2/letter-to-home-office.pdf"));
        assertThat(Jsoup.parse(officer.sees("/evidence/" + reference).body()).text())
                .doesNotContain("NOT EQUAL");
    }

    @Test
    @DisplayName(
            "is the response where that was approved before the office set a letter, and its queued email stays as it was")
    void approvedBefore() throws Exception {
        ProcessInstance inspection = office.hasApproved("Approved before", DAY_30);
        String reference = inspection.getBusinessKey();
        // As an earlier release has kept it.
        database.update("delete from approved_letter where reference = ?", reference);
        office.mails(inspection, HOME_OFFICE);

        assertThat(letterTo(inspection, HOME_OFFICE)).isNull();
        Map<String, byte[]> files =
                Unpacked.of(officer.downloads("/evidence/" + reference + ".zip").body());
        assertThat(Unpacked.attachments(files.get("mails/01-send-to-home-office.eml"))
                        .get("docx"))
                .isEqualTo(files.get("approved/version-1/response.docx"));
    }

    @Test
    @DisplayName("is read by the approver as a draft before it is kept, word for word")
    void draft() {
        ProcessInstance inspection = office.hasDrafted("Drafted letter", DAY_30);
        String reference = inspection.getBusinessKey();
        Visitor approver = officer;
        approver.signsIn("approvers", Staff.password("approvers"));
        byte[] draft = approver.downloads("/documents/" + reference + "/draft-letters/home-office.pdf")
                .body();
        assertThat(linksAt(office.task(inspection, "approve-response").getId()))
                .contains("/documents/" + reference + "/draft-letters/home-office.html");
        assertThat(approver.sees("/documents/" + reference + "/draft-letters/hmicfrs.pdf")
                        .statusCode())
                .isEqualTo(404);

        office.approves(inspection);

        assertThat(approver.downloads("/documents/" + reference + "/letters/home-office.pdf")
                        .body())
                .isEqualTo(draft);
    }

    private Object letterTo(ProcessInstance inspection, String task) {
        return engine.getTaskService().getVariable(office.task(inspection, task).getId(), "letterTo");
    }

    /** What Tasklist shows beside a task of the inspection. */
    private String linksAt(String task) {
        return officer.sees("/camunda/api/office/tasks/" + task + "/inspection").body();
    }
}
