package uk.opcc.inspectionresponse.publishing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.opcc.inspectionresponse.TheOffice.POLICY_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@OfficeServer
@DisplayName("The public register as data")
class RegisterAsDataTest {

    private static final Path EXPORTED = Path.of(new StandardEnvironment().resolvePlaceholders(OfficeServer.EXPORTED));

    private static final LocalDate REPORTED =
            StatutoryPeriod.whereDay(20, OneDay.TODAY).published();

    private static final String PASTED = """
            Cause of concern 1

            The force does not tell victims what becomes of their case.

            Recommendation 4

            By 31 March 2031, the force should tell each victim.

            Area for improvement 2

            The force should improve how it records crime.
            """;

    private final TheOffice office;
    private final Reader reader;
    private final JdbcTemplate database;
    private final ImportedResponses imported;
    private final ObjectMapper parser = new ObjectMapper();

    @Autowired
    RegisterAsDataTest(
            ProcessEngine engine, JdbcTemplate database, ImportedResponses imported, @LocalServerPort int port) {
        this.office = new TheOffice(engine);
        this.reader = new Reader(port);
        this.database = database;
        this.imported = imported;
    }

    @Test
    @DisplayName("has of each response the items with their kind, deadline, comment and answer, as it describes itself")
    void items() throws IOException {
        String reference = publishes("Told as data");

        JsonNode data = data(reference, "");

        assertThat(data.at("/formatVersion").asInt()).isEqualTo(1);
        assertThat(data.at("/address").asText()).isEqualTo("https://office.example/responses/" + reference);
        assertThat(data.at("/report/title").asText()).isEqualTo("Told as data");
        assertThat(data.at("/report/publishedOn").asText()).isEqualTo(REPORTED.toString());
        assertThat(data.at("/publishedOn").asText()).isEqualTo(OneDay.TODAY.toString());
        assertThat(data.at("/dayOfPeriod").asInt()).isEqualTo(20);
        assertThat(data.at("/daysInPeriod").asInt()).isEqualTo(56);
        assertThat(data.at("/inTime").asBoolean()).isTrue();
        assertThat(data.at("/version").asInt()).isEqualTo(1);
        assertThat(data.at("/corrections")).isEmpty();
        assertThat(data.at("/localPolicingBodysComments").asText()).isEqualTo("I welcome it too.");
        assertThat(data.at("/chiefOfficersComments").asText()).isEqualTo("We welcome it.");
        assertThat(data.at("/signature/on").asText()).isEqualTo(OneDay.TODAY.toString());
        assertThat(data.at("/files"))
                .hasSize(3)
                .allSatisfy(file -> assertThat(reader.asks(file.at("/address")
                                        .asText()
                                        .substring("https://office.example/responses".length()))
                                .headers()
                                .firstValue("Content-Type"))
                        .contains(file.at("/type").asText()));
        JsonNode items = data.at("/items");
        assertThat(items).hasSize(3);
        assertThat(items.findValuesAsText("kind"))
                .containsExactly("cause-of-concern", "recommendation", "area-for-improvement");
        assertThat(items.findValuesAsText("label"))
                .containsExactly("Cause of concern 1", "Recommendation 4", "Area for improvement 2");
        assertThat(items.get(0).has("answer")).isFalse();
        JsonNode recommendation = items.get(1);
        assertThat(recommendation.at("/causeOfConcern").asText()).isEqualTo("Cause of concern 1");
        assertThat(recommendation.at("/deadline").asText()).isEqualTo("2031-03-31");
        assertThat(recommendation.at("/answer/action").asBoolean()).isTrue();
        assertThat(recommendation.at("/answer/text").asText()).isEqualTo("Each is told.");
        assertThat(recommendation.at("/answer/owner").asText()).isEqualTo("=Head of Policy");
        assertThat(recommendation.at("/answer/targetDate").asText()).isEqualTo("2030-12-31");
        assertThat(items.get(2).has("deadline")).isFalse();
        assertThat(items.get(2).has("causeOfConcern")).isFalse();
    }

    @Test
    @DisplayName("keeps the version before a correction, and says of the next one why it is there")
    void corrected() throws IOException {
        String reference = publishes("Corrected as data");
        ProcessInstance correction = office.beginsCorrection(reference, "A word was wrong.");
        office.writesCorrection(correction, "I welcome it anew.", "finished");
        office.approvesCorrection(correction);

        JsonNode before = data(reference, "/version-1");
        JsonNode now = data(reference, "");

        assertThat(before.at("/localPolicingBodysComments").asText()).isEqualTo("I welcome it too.");
        assertThat(before.at("/version").asInt()).isEqualTo(1);
        assertThat(before.at("/versions").asInt()).isEqualTo(2);
        assertThat(before.at("/files/0/address").asText()).endsWith(reference + "/version-1/response.html");
        assertThat(before.at("/corrections")).isEmpty();
        assertThat(now.at("/localPolicingBodysComments").asText()).isEqualTo("I welcome it anew.");
        assertThat(now.at("/corrections")).hasSize(1);
        assertThat(now.at("/corrections/0/reason").asText()).isEqualTo("A word was wrong.");
        assertThat(now.at("/items")).isEqualTo(before.at("/items"));
        assertThat(data(reference, "/version-2")).isEqualTo(now);
        for (String other : List.of("/version-3", "/version-0", "/version-x")) {
            assertThat(reader.asks("/" + reference + other + "/response.json").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("tells the kinds of what an earlier release published by the labels, and leaves no text out")
    void earlier() throws IOException {
        String reference = publishes("Earlier as data");
        String texts = database.queryForObject(
                "select texts from published_response where reference = ?", String.class, reference);
        String earlier = texts.replaceAll(",\"asked\":\\{[^}]*}", "");
        assertThat(earlier).isNotEqualTo(texts);
        database.update("update published_response set texts = ? where reference = ?", earlier, reference);

        JsonNode items = data(reference, "").at("/items");

        assertThat(items.findValuesAsText("kind"))
                .containsExactly("cause-of-concern", "recommendation", "area-for-improvement");
        assertThat(items.findValuesAsText("deadline")).isEmpty();
        assertThat(items.get(2).at("/text").asText()).contains("improve how it records crime");
    }

    @Test
    @DisplayName("is one file for a spreadsheet, with a row for each item, in which nothing is a formula")
    void csv() throws IOException {
        String reference = publishes("=Told in rows");
        String without =
                office.hasApproved("Nothing to answer", REPORTED.toString()).getBusinessKey();
        assertThat(rows(without)).isEmpty();
        ProcessInstance inspection = office.hasApproved("No items", REPORTED.toString());
        office.publishes(inspection);

        assertThat(rows(reference)).extracting(row -> row.get("Report")).containsOnly("'=Told in rows");
        assertThat(rows(reference))
                .extracting(row -> List.of(
                        row.get("Item"),
                        row.get("Kind"),
                        row.get("Deadline"),
                        row.get("Answer"),
                        row.get("Explanation"),
                        row.get("Owner"),
                        row.get("Target date")))
                .containsExactly(
                        List.of(
                                "Cause of concern 1",
                                "Cause of concern",
                                "",
                                "By the answers to its recommendations",
                                "",
                                "",
                                ""),
                        List.of(
                                "Recommendation 4",
                                "Recommendation",
                                "2031-03-31",
                                "Action",
                                "Each is told.",
                                "'=Head of Policy",
                                "2030-12-31"),
                        List.of(
                                "Area for improvement 2",
                                "Area for improvement",
                                "",
                                "Action",
                                "It is recorded.",
                                "",
                                ""));
        assertThat(rows(inspection.getBusinessKey()))
                .extracting(row -> List.of(row.get("Item"), row.get("In time"), row.get("Day of the period")))
                .containsExactly(List.of("", "Yes", "20"));
        assertThat(Jsoup.parse(reader.reads("")).select("a[type=text/csv]").eachAttr("href"))
                .containsExactly("/responses/responses.csv");
    }

    @Test
    @DisplayName("says of a response from before the register where it comes from, and nothing that nobody knows")
    void imported() throws IOException {
        String reference = "2015-07-21-stop-and-search";
        imported.add(
                reference,
                new EarlierResponse(
                        "Stop and search",
                        "Thematic Inspection",
                        LocalDate.of(2015, 7, 21),
                        LocalDate.of(2015, 9, 1),
                        "https://old.office.example/stop-and-search"));
        imported.addFile(
                reference,
                1,
                "Our answer.pdf",
                Format.PDF,
                KeptDocument.of("%PDF-1.4".getBytes(StandardCharsets.UTF_8)));

        JsonNode data = data(reference, "");

        assertThat(data.at("/publishedOn").asText()).isEqualTo("2015-09-01");
        assertThat(data.at("/importedOn").asText()).isEqualTo(OneDay.TODAY.toString());
        assertThat(data.at("/items")).isEmpty();
        assertThat(data.findValuesAsText("address"))
                .contains("https://office.example/responses/" + reference + "/response.pdf");
        for (String unknown : List.of("dayOfPeriod", "daysInPeriod", "inTime", "version", "signature")) {
            assertThat(data.has(unknown)).as(unknown).isFalse();
        }
        assertThat(rows(reference))
                .extracting(row -> List.of(
                        row.get("In time"),
                        row.get("Day of the period"),
                        row.get("Imported from earlier records"),
                        row.get("Published elsewhere")))
                .containsExactly(
                        List.of("", "", OneDay.TODAY.toString(), "https://old.office.example/stop-and-search"));
        assertThat(reader.asks("/" + reference + "/version-1/response.json").statusCode())
                .isEqualTo(404);
        publishes("Exported after the import");
        assertThat(parser.readTree(
                        EXPORTED.resolve(reference).resolve("response.json").toFile()))
                .isEqualTo(data);
    }

    @Test
    @DisplayName("has every response in that file once, however many there are")
    void everyOne() throws IOException {
        List<String> references =
                IntStream.rangeClosed(1, 23).mapToObj(number -> "row-" + number).toList();
        for (String reference : references) {
            database.update("""
                    insert into register_entry (reference, edition, title, inspection_type, report_published_on,
                        published_on, published_on_day, in_time, published_at, updated_at, searched)
                    values (?, 1, 'In a row', 'PEEL', ?, ?, 1, true, current_timestamp, current_timestamp, '')
                    """, reference, OneDay.TODAY, OneDay.TODAY);
        }
        try {
            assertThat(rows().stream().map(row -> row.get("Reference")).filter(references::contains))
                    .containsExactlyInAnyOrderElementsOf(references);
        } finally {
            database.update("delete from register_entry where reference like 'row-%'");
        }
    }

    @Test
    @DisplayName("is another file after a publication, and not sent again before")
    void unchanged() {
        String before = etag();
        assertThat(reader.asks("/responses.csv", "If-None-Match", before).statusCode())
                .isEqualTo(304);

        publishes("Changes the file");

        assertThat(etag()).isNotEqualTo(before);
        assertThat(reader.asks("/responses.csv", "If-None-Match", before).statusCode())
                .isEqualTo(200);
    }

    private String etag() {
        return reader.asks("/responses.csv").headers().firstValue("ETag").orElseThrow();
    }

    @Test
    @DisplayName("is linked from the page and the feed, and exported beside them")
    void linked() throws IOException {
        String reference = publishes("Linked as data");

        assertThat(Jsoup.parse(reader.reads("/" + reference))
                        .select("head link[type=application/json]")
                        .attr("href"))
                .isEqualTo("/responses/" + reference + "/response.json");
        assertThat(reader.reads("/feed.atom"))
                .contains("type=\"application/json\" href=\"https://office.example/responses/" + reference
                        + "/response.json\"");
        Path folder = EXPORTED.resolve(reference);
        assertThat(parser.readTree(folder.resolve("response.json").toFile())).isEqualTo(data(reference, ""));
        assertThat(parser.readTree(folder.resolve("version-1/response.json").toFile()))
                .isEqualTo(data(reference, "/version-1"));
        assertThat(Files.readString(EXPORTED.resolve("responses.csv"))).isEqualTo(reader.reads("/responses.csv"));
        assertThat(EXPORTED.resolve("response-1.schema.json")).isRegularFile();

        // As an earlier release exported it: without data.
        Files.delete(folder.resolve("response.json"));
        publishes("Exported after it");
        assertThat(folder.resolve("response.json")).isRegularFile();
    }

    /** Held against the description to which it refers. */
    private JsonNode data(String reference, String version) {
        HttpResponse<byte[]> answer = reader.asks("/" + reference + version + "/response.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        try {
            JsonNode data = parser.readTree(answer.body());
            String described = data.at("/$schema").asText();
            assertThat(described).startsWith("https://office.example/responses/");
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            reader.reads(described.substring("https://office.example/responses".length())),
                            InputFormat.JSON);
            assertThat(schema.validate(
                            data.toString(),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .isEmpty();
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CSVRecord> rows(String reference) throws IOException {
        return rows().stream()
                .filter(row -> row.get("Address").endsWith("/" + reference))
                .toList();
    }

    private List<CSVRecord> rows() throws IOException {
        String file = reader.reads("/responses.csv");
        assertThat(file).startsWith("\uFEFF\"Reference\",");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.substring(1)))
                .getRecords();
    }

    private String publishes(String title) {
        ProcessInstance inspection = office.registers(title, REPORTED.toString());
        office.recordsRecommendations(inspection, PASTED);
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "We welcome it.");
        explains(
                inspection, 2, Map.of("text", "Each is told.", "owner", "=Head of Policy", "targetDate", "2030-12-31"));
        explains(inspection, 3, Map.of("text", "It is recorded."));
        office.drafts(inspection, "I welcome it too.");
        office.approves(inspection);
        office.publishes(inspection);
        return inspection.getBusinessKey();
    }

    private void explains(ProcessInstance inspection, int number, Map<String, String> fields) {
        Map<String, String> explanation = new HashMap<>(fields);
        explanation.put("kind", "action");
        office.completes(
                POLICY_OFFICER,
                office.explanationTask(inspection, number),
                Map.of("explanation", json(explanation), "explanationNext", "finished"));
    }
}
