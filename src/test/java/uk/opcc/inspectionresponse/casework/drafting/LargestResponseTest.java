package uk.opcc.inspectionresponse.casework.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.rest.FormsClient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.Format;

@OfficeServer
@DisplayName("A text with which the response would be longer than 400 pages")
class LargestResponseTest {

    private static final int ITEMS_ON_A_PAGE = 37;

    private final ProcessEngine engine;
    private final ApprovedResponses approved;
    private final Documents documents;
    private final int limit;
    private FormsClient forms;
    private TheOffice office;

    @LocalServerPort
    private int port;

    @Autowired
    LargestResponseTest(
            ProcessEngine engine,
            ApprovedResponses approved,
            Documents documents,
            @Value("${office.document.largest-response}") int limit) {
        this.engine = engine;
        this.approved = approved;
        this.documents = documents;
        this.limit = limit;
    }

    @BeforeEach
    void thereAreStaff() {
        office = new TheOffice(engine);
        Staff.employ(engine.getIdentityService());
        forms = new FormsClient(Doors.rest("http://localhost:" + port));
    }

    @ParameterizedTest(name = "is refused at {1}, though it is only kept for later or has few characters")
    @CsvSource({
        "record-findings, findings.keyFindings, findingsNext",
        "record-findings, findings.recommendationsText, findingsNext",
        "submit-comments, comments.text, commentsNext",
        "explain-recommendation, explanation.text, explanationNext",
        "draft-pcc-response, response.text, draftNext"
    })
    void isRefused(String key, String field, String next) {
        ProcessInstance inspection = hasComeTo(key);
        Task task = open(inspection, key);
        String before = variables(inspection);

        assertRefused(forms.submit(task.getId(), Map.of(field, pages(420), next, "later")), field, "about 4");

        assertThat(variables(inspection)).isEqualTo(before);
        assertThat(forms.submit(task.getId(), Map.of(field, pages(380), next, "later"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("is refused for what all the others have written, at the form that a person is at")
    void countsTheOthers() {
        ProcessInstance inspection = hasComeTo("explain-recommendation");
        set(inspection, "comments", "text", pages(150));
        Map<String, Object> later = Map.of("explanation.text", pages(150), "explanationNext", "later");
        assertThat(forms.submit(office.explanationTask(inspection, 1).getId(), later)
                        .status())
                .isEqualTo(204);

        assertRefused(
                forms.submit(office.explanationTask(inspection, 2).getId(), later), "explanation.text", "about 4");

        assertThat(forms.submit(
                                office.explanationTask(inspection, 2).getId(),
                                Map.of("explanation.text", pages(50), "explanationNext", "later"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("does not keep from its end what was accepted before there was a limit")
    void acceptedBefore() {
        ProcessInstance inspection = hasComeTo("draft-pcc-response");
        set(inspection, "comments", "text", pages(450));

        assertRefused(
                submit(inspection, "draft-pcc-response", "response.text", pages(20), "draftNext", "finished"),
                "response.text",
                "about 4");
        office.drafts(inspection, "I agree.");
        assertThat(office.waitsAt(inspection)).containsExactly("approve-response");
    }

    @Test
    @DisplayName("is taken where the version that was approved last is as long")
    void asLongAsTheApprovedVersion() {
        ProcessInstance inspection = hasComeTo("draft-pcc-response");
        set(inspection, "comments", "text", pages(390));
        Map<String, Object> longer = Map.of("response.text", pages(30), "draftNext", "later");
        String task = open(inspection, "draft-pcc-response").getId();
        assertRefused(forms.submit(task, longer), "response.text", "about 4");

        KeptDocument pdf = KeptDocument.of(emptyPages(425));
        approved.keep(inspection.getBusinessKey(), LocalDate.of(2026, 3, 2), pdf, format -> pdf);
        assertThat(documents.pages(approved.find(inspection.getBusinessKey(), Format.PDF)
                        .orElseThrow()
                        .content()))
                .isEqualTo(425);
        assertThat(forms.submit(task, longer).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("is what the forms say, each at its field")
    void isSaidAtTheForms() throws IOException {
        for (String form : List.of(
                "record-findings",
                "submit-comments",
                "explain-recommendation",
                "draft-pcc-response",
                "write-correction")) {
            assertThat(Files.readString(Path.of("forms", form + ".form")))
                    .as(form)
                    .contains("The limit for the whole response is about " + limit + " pages.");
        }
    }

    private ProcessInstance hasComeTo(String key) {
        ProcessInstance inspection = office.registers("Long texts", "2018-07-19");
        switch (key) {
            case "submit-comments" -> office.recordsNoRecommendations(inspection);
            case "explain-recommendation" -> {
                office.recordsRecommendations(inspection, "Do this.\n\nDo that.");
                office.checksTheRecommendations(inspection, "right");
                office.submitsComments(inspection, "We welcome it.");
            }
            case "draft-pcc-response" -> {
                office.recordsNoRecommendations(inspection);
                office.submitsComments(inspection, "We welcome it.");
            }
            default -> {
                // open from the start
            }
        }
        return inspection;
    }

    private Answer submit(
            ProcessInstance inspection, String key, String field, String text, String next, String choice) {
        return forms.submit(open(inspection, key).getId(), Map.of(field, text, next, choice));
    }

    private Task open(ProcessInstance inspection, String key) {
        return office.tasks(inspection).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void set(ProcessInstance inspection, String variable, String property, String text) {
        Map<String, Object> json = new HashMap<>(office.jsonOf(inspection, variable));
        json.put(property, text);
        engine.getRuntimeService().setVariable(inspection.getId(), variable, TheOffice.json(json));
    }

    private String variables(ProcessInstance inspection) {
        return engine.getHistoryService()
                        .createHistoricDetailQuery()
                        .processInstanceId(inspection.getId())
                        .count()
                + " " + office.waitsAt(inspection);
    }

    private static void assertRefused(Answer answer, String field, String pages) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(answer.json().path("message").asText())
                .contains("(" + field + ")", pages, "The limit is 400 pages", "Shorten it");
    }

    /** List items of one letter: a page of them has no more characters than two lines of prose. */
    private static String pages(int pages) {
        return "- a\n".repeat(pages * ITEMS_ON_A_PAGE);
    }

    private static byte[] emptyPages(int pages) {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int page = 0; page < pages; page++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
