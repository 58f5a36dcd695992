package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

@OverRest
@DisplayName("The Chief Constable's comments on individual items")
class CommentsOnItemsOverRestTest {

    private static final String SECRET = "Operation Kestrel";

    private final IdentityService identity;
    private final int port;
    private FormsClient client;

    @Autowired
    CommentsOnItemsOverRestTest(IdentityService identity, @LocalServerPort int port) {
        this.identity = identity;
        this.port = port;
    }

    @BeforeEach
    void connect() {
        Staff.employ(identity);
        client = new FormsClient(Doors.rest("http://localhost:" + port));
    }

    @Test
    @DisplayName(
            "stand beside the answers, with status, owner and date, and what is not for publication stands in nothing"
                    + " that leaves the office")
    void published() throws IOException {
        String inspection = comments(Map.of(
                "comments.text", "We accept the report.",
                "comments.notForPublication", SECRET + " is under way.",
                "commentsOn.text2", "The board meets monthly.",
                "commentsOn.text3", "Supervisors were trained in May.",
                "commentsOn.status3", "in-progress",
                "commentsOn.owner3", "Head of Custody",
                "commentsOn.targetDate3", "2027-03-31",
                "commentsOn.notForPublication1", SECRET + " has two suspects.",
                "commentsOn.notForPublication3", "For " + SECRET + " see the annex."));

        String task = client.awaitTask(inspection, "answer-recommendations");
        assertThat(client.recorded(inspection, "itemComments"))
                .extracting(comment -> comment.path("label").asText()
                        + ": "
                        + comment.path("text").asText()
                        + " | "
                        + comment.path("facts").asText()
                        + " | "
                        + comment.path("notForPublication").asText())
                .containsExactly(
                        "Recommendation 4:  |  | " + SECRET + " has two suspects.",
                        "Cause of concern 1: The board meets monthly. |  | ",
                        "Cause of concern 1, recommendation 1: Supervisors were trained in May. | Status: in progress;"
                                + " Owner: Head of Custody; Target date: 31 March 2027 | For " + SECRET
                                + " see the annex.");
        assertThat(text(signedIn(Groups.POLICY_OFFICERS)
                        .sees("/previews/" + task)
                        .body()))
                .contains("Supervisors were trained in May.")
                .doesNotContain(SECRET);
        client.submit(
                        task,
                        Map.of(
                                "answers.kind1", "action",
                                "answers.text1", "I asked for it.",
                                "answers.kind3", "action",
                                "answers.text3", "I shall ask in June.",
                                "answers.owner3", "Head of Policy",
                                "answers.targetDate3", "30 June 2027",
                                "answers.kind4", "same",
                                "answers.sameAs4", "3",
                                "answersNext", "finished"))
                .good();
        client.completes(
                inspection, "draft-pcc-response", Map.of("response.text", "I welcome it.", "draftNext", "finished"));
        String reference = client.recorded(inspection, "reference").asText();
        Visitor officer = signedIn(Groups.POLICY_OFFICERS);
        HttpResponse<String> draft = signedIn(Groups.APPROVERS).sees("/documents/" + reference + "/draft.html");
        assertThat(draft.statusCode()).isEqualTo(200);
        assertThat(text(draft.body()))
                .contains("Supervisors were trained in May.", "Signed by: Police and Crime Commissioner for Norfolk")
                .doesNotContain(SECRET);
        client.completes(inspection, "approve-response", Map.of("approvalDecision", "approve"));
        client.completes(inspection, "publish-on-website", Map.of("publishedWhere", "here"));
        client.completes(
                inspection,
                "send-to-hmicfrs",
                Map.of(
                        "distribution.way", "e-mail",
                        "distribution.address", "responses@inspectors.example",
                        "distribution.subject", "Our response",
                        "distribution.text", "With our response.",
                        "distribution.attachments", "both"));
        client.sendsTheFile(inspection, "send-to-hmicfrs", "From my own mailbox.");

        String page = text(new Visitor(port).sees("/responses/" + reference).body());
        assertThat(page)
                .containsSubsequence(
                        "Recommendation 4",
                        "Cause of concern 1",
                        "Chief Constable's comment The board meets monthly.",
                        "Cause of concern 1, recommendation 1",
                        "Chief Constable's comment Supervisors were trained in May. Status: in progress Owner: Head of"
                                + " Custody Target date: 31 March 2027",
                        "Cause of concern 1, recommendation 2",
                        "I shall ask in June. Owner: Head of Policy Target date: 30 June 2027",
                        "Signed by: Police and Crime Commissioner for Norfolk Date of Response: ");
        // An item with nothing but a part that is not for publication has no comment.
        assertThat(page.split("Chief Constable's comment", -1)).hasSize(3);
        everythingForThePublic(officer, reference)
                .forEach((name, content) -> assertThat(content).as(name).doesNotContain(SECRET));
        assertThat(text(new Visitor(port)
                        .sees("/responses?q=supervisors+records")
                        .body()))
                .doesNotContain("Response published on");
        assertThat(text(new Visitor(port)
                        .sees("/responses?q=Custody+supervisors+record+ten")
                        .body()))
                .contains("Response published on");
        assertThat(text(officer.sees("/evidence/" + reference).body()))
                .containsSubsequence(
                        "Recommendation 4 the force",
                        "Action taken or proposed policy-officers",
                        "Cause of concern 1 the force Commented on By the answers to its recommendations",
                        "Cause of concern 1, recommendation 1 the force Within three months: ",
                        "Status: in progress; Owner: Head of Custody; Target date: 31 March 2027 Action taken or"
                                + " proposed Owner: Head of Policy Target date: 30 June 2027 policy-officers");
        assertThat(text(signedIn(Groups.MANAGERS).sees("/audit/" + reference).body()))
                .contains(
                        "Not for publication: Recommendation 4, Comment on Cause of concern 1, Comment on Cause of"
                                + " concern 1, recommendation 1 and 4 other fields",
                        "What is the answer to Recommendation 4?")
                .doesNotContain(SECRET);
        isCorrected(reference);
    }

    /** What stands beside the explanations is corrected too, and what is not touched stays. */
    private void isCorrected(String reference) {
        Door manager = Doors.rest("http://localhost:" + port).of(Groups.MANAGERS);
        String correction = manager.post(
                        "/process-definition/key/correct-response/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "reference",
                                        Map.of("value", reference),
                                        "correction",
                                        Map.of("type", "Json", "value", "{\"reason\": \"The year was wrong.\"}"))))
                .good()
                .json()
                .path("id")
                .asText();
        String task = client.awaitTask(correction, "write-correction");
        assertThat(client.form(task).findValuesAsText("key"))
                .contains("commentsOn.text2", "commentsOn.targetDate3", "answers.targetDate3")
                .doesNotContain("commentsOn.text1", "commentsOn.notForPublication3");
        Map<String, String> form = new HashMap<>();
        client.recorded(correction, "commentsOn")
                .properties()
                .forEach(part ->
                        form.put("commentsOn." + part.getKey(), part.getValue().asText()));
        client.recorded(correction, "answers")
                .properties()
                .forEach(part ->
                        form.put("answers." + part.getKey(), part.getValue().asText()));
        form.put("correction.reason", "The year was wrong.");
        form.put(
                "correction.explanations",
                client.recorded(correction, "correction").path("explanations").asText());
        form.put("commentsOn.targetDate3", "2028-03-31");
        form.put("answers.owner3", "Head of Performance");
        form.put("correctionNext", "finished");
        client.submit(task, form).good();
        client.completes(correction, "approve-correction", Map.of("correctionDecision", "approve"));
        client.awaitEnd(correction);

        assertThat(text(new Visitor(port).sees("/responses/" + reference).body()))
                .contains(
                        "The year was wrong.",
                        "Supervisors were trained in May. Status: in progress Owner: Head of Custody Target date: 31"
                                + " March 2028",
                        "I shall ask in June. Owner: Head of Performance Target date: 30 June 2027",
                        "The board meets monthly.",
                        "Signed by: Police and Crime Commissioner for Norfolk");
        assertThat(text(signedIn(Groups.POLICY_OFFICERS)
                        .sees("/evidence/" + reference)
                        .body()))
                .contains(
                        "Status: in progress; Owner: Head of Custody; Target date: 31 March 2028 Action taken or proposed"
                                + " Owner: Head of Performance Target date: 30 June 2027 policy-officers");
    }

    private Visitor signedIn(String user) {
        Visitor visitor = new Visitor(port);
        visitor.signsIn(user, Staff.password(user));
        return visitor;
    }

    /** What the register and the ZIP of the evidence have, as text. */
    private Map<String, String> everythingForThePublic(Visitor officer, String reference) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        Visitor reader = new Visitor(port);
        for (String path : new String[] {"/responses", "/responses/feed.atom", "/responses/" + reference}) {
            all.put(path, reader.sees(path).body());
        }
        byte[] zip = officer.downloads("/evidence/" + reference + ".zip").body();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                byte[] content = files.readAllBytes();
                all.put(entry.getName(), readable(entry.getName(), content));
            }
        }
        assertThat(all)
                .containsKeys("approved/version-1/response.pdf", "approved/version-1/response.docx", "audit.csv");
        assertThat(all.get("approved/version-1/response.pdf")).contains("The board meets monthly.");
        assertThat(all.get("approved/version-1/response.docx")).contains("The board meets monthly.");
        return all;
    }

    private static String readable(String name, byte[] content) throws IOException {
        if (name.endsWith(".pdf")) {
            try (PDDocument pdf = Loader.loadPDF(content)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        if (name.endsWith(".docx")) {
            StringBuilder parts = new StringBuilder();
            try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                    parts.append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return parts.toString();
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("are refused where a status, a date or a length cannot be, with the field's name, and nothing changes")
    void refused() {
        String inspection = checked();
        String task = client.awaitTask(inspection, "submit-comments");
        Map<String, String> bad = Map.of(
                "commentsOn.status1", "nearly",
                "commentsOn.targetDate3", "soon",
                "commentsOn.owner4", "x".repeat(251));
        bad.forEach((field, value) -> {
            Answer answer = client.submit(
                    task, Map.of("comments.text", "We accept it.", field, value, "commentsNext", "submit"));
            assertThat(answer.status()).as(field).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).contains(field);
        });
        assertThat(client.tasks(inspection, "submit-comments")).containsExactly(task);

        client.submit(
                        task,
                        Map.of(
                                "comments.text",
                                "We accept it.",
                                "commentsOn.status1",
                                "complete",
                                "commentsNext",
                                "later"))
                .good();
        assertThat(client.recorded(inspection, "commentsOn").path("status1").asText())
                .isEqualTo("complete");
    }

    @Test
    @DisplayName("are none where it is recorded that there are none, whatever had been typed")
    void none() {
        String inspection = checked();
        client.completes(
                inspection,
                "submit-comments",
                Map.of("comments.text", "At first.", "commentsOn.text1", "Not any more.", "commentsNext", "later"));
        Answer none = Doors.rest("http://localhost:" + port)
                .of(Groups.CHIEF_CONSTABLES_OFFICE)
                .post(
                        "/task/" + client.awaitTask(inspection, "submit-comments") + "/submit-form",
                        Map.of("variables", Map.of("commentsNext", Map.of("value", "none"))));
        assertThat(none.status()).isLessThan(300);

        client.awaitTask(inspection, "answer-recommendations");
        assertThat(client.recorded(inspection, "itemComments")).isEmpty();
    }

    @Test
    @DisplayName("stand with every item in one form, and another signatory is chosen at the approval")
    void form() {
        String inspection = checked();
        JsonNode form = client.form(client.awaitTask(inspection, "submit-comments"));
        assertThat(form.findValuesAsText("key"))
                .contains("commentsOn.text1", "commentsOn.status2", "commentsOn.owner3", "commentsOn.targetDate4");
        client.completes(inspection, "submit-comments", Map.of("comments.text", "We agree.", "commentsNext", "submit"));
        Map<String, String> answers = new HashMap<>();
        for (int number : new int[] {1, 3, 4}) {
            answers.put("answers.kind" + number, "no-action");
            answers.put("answers.text" + number, "It is done.");
        }
        answers.put("answersNext", "finished");
        client.completes(inspection, "answer-recommendations", answers);
        client.completes(inspection, "draft-pcc-response", Map.of("response.text", "Yes.", "draftNext", "finished"));
        String approval = client.awaitTask(inspection, "approve-response");
        Answer unknown = client.submit(approval, Map.of("approvalDecision", "approve", "signatory", "The Sheriff"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("message").asText()).contains("Who signs the response", "signatory");

        client.submit(
                        approval,
                        Map.of(
                                "approvalDecision", "approve",
                                "signatory", "Acting Police and Crime Commissioner for Norfolk"))
                .good();
        assertThat(client.recorded(inspection, "signature").path("title").asText())
                .isEqualTo("Acting Police and Crime Commissioner for Norfolk");
        assertThat(client.recorded(inspection, "signature").path("on").asText()).isEqualTo(OneDay.TODAY.toString());
    }

    private String comments(Map<String, String> given) {
        String inspection = checked();
        Map<String, String> all = new HashMap<>(given);
        all.put("commentsNext", "submit");
        client.completes(inspection, "submit-comments", all);
        return inspection;
    }

    /** An inspection whose four items are checked: a recommendation, and a cause of concern with two. */
    private String checked() {
        String inspection = client.starts(Map.of(
                "title", "Custody", "datePublished", OneDay.TODAY.toString(), "inspectionType", "PEEL Inspection"));
        client.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings", "What was found.",
                        "findings.recommendationsText", """
                                Recommendation 4
                                The force should record all stops.

                                Cause of concern 1
                                The force does not look after people in custody.

                                Recommendations
                                Within three months, the force should:
                                - train supervisors; and
                                - look at one record in ten.""",
                        "findingsNext", "check"));
        client.completes(
                inspection, "check-recommendations", Map.of("recommendationsCheck", "right", "answersIn", "all"));
        return inspection;
    }

    private static String text(String html) {
        return Jsoup.parse(html).body().text();
    }
}
