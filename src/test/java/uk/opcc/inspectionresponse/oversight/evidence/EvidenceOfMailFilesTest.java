package uk.opcc.inspectionresponse.oversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

@OfficeServer
@DisplayName("The evidence of a mail that became a file")
class EvidenceOfMailFilesTest {

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final Visitor manager;

    @Autowired
    EvidenceOfMailFilesTest(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.engine = engine;
        this.database = database;
        this.manager = new Visitor(port);
    }

    @Test
    @DisplayName("has the file, as long as it is there, and does not say that the mail was sent")
    void file() throws Exception {
        Staff.employ(engine.getIdentityService());
        manager.signsIn("managers", Staff.password("managers"));
        TheOffice office = new TheOffice(engine);
        ProcessInstance inspection = office.hasApproved("Filed", "2018-07-19");
        office.mails(inspection, "send-to-home-office");
        String page = "/evidence/" + inspection.getBusinessKey();
        // It waits for whoever sends the file.
        assertThat(office.waitsAt(inspection)).hasSize(5);

        assertThat(Jsoup.parse(manager.sees(page).body()).text())
                .contains("Written to a file, as no mail server was configured: the application sent nothing")
                .contains(": written to a file, as no mail server was configured")
                .contains("not ticked")
                .doesNotContainIgnoringCase("accepted by the mail server");
        assertThat(Jsoup.parse(manager.sees("/audit/" + inspection.getBusinessKey())
                                .body())
                        .text())
                .contains("email: written to a file, as no mail server was configured")
                .doesNotContainIgnoringCase("accepted by the mail server");
        Map<String, byte[]> files = Unpacked.of(manager.downloads(page + ".zip").body());
        byte[] mail = files.get("mails/01-send-to-home-office.eml");
        assertThat(new String(files.get("mails/01-send-to-home-office.txt"), StandardCharsets.UTF_8))
                .contains("Message-ID: " + header(mail, "Message-ID"), "equal to approved version 1");
        Unpacked.attachments(mail)
                .forEach((format, attached) ->
                        assertThat(attached).isEqualTo(files.get("approved/version-1/response." + format)));

        assertThat(manager.downloads("/documents/" + inspection.getBusinessKey() + "/emails/send-to-home-office.eml")
                        .body())
                .isEqualTo(mail);
        assertThat(header(mail, "X-Unsent")).isEqualTo("1");
        assertThat(manager.sees("/documents/" + inspection.getBusinessKey() + "/emails/send-to-hmicfrs.eml")
                        .statusCode())
                .isEqualTo(404);

        String reply = database.queryForObject(
                "select reply from sent_mail where reference = ?", String.class, inspection.getBusinessKey());
        Files.delete(Path.of(reply.substring("written to ".length())));
        assertThat(Unpacked.of(manager.downloads(page + ".zip").body()))
                .containsKey("mails/01-send-to-home-office.txt")
                .doesNotContainKey("mails/01-send-to-home-office.eml");
    }

    private static String header(byte[] mail, String name) {
        return new String(mail, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }
}
