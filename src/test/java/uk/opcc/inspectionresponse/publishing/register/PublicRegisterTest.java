package uk.opcc.inspectionresponse.publishing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.opcc.inspectionresponse.TheOffice.COMMUNICATIONS_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@OfficeServer
@DisplayName("The public register")
class PublicRegisterTest {

    private static final Path EXPORTED = Path.of(new StandardEnvironment().resolvePlaceholders(OfficeServer.EXPORTED));
    private static final String DAY_41 =
            StatutoryPeriod.whereDay(41, OneDay.TODAY).published().toString();

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final Register register;
    private final TheOffice office;
    private final Reader reader;

    @Autowired
    PublicRegisterTest(ProcessEngine engine, JdbcTemplate database, Register register, @LocalServerPort int port) {
        this.engine = engine;
        this.database = database;
        this.register = register;
        this.office = new TheOffice(engine);
        this.reader = new Reader(port);
    }

    @BeforeAll
    static void nothingIsLeftFromBefore() throws IOException {
        FileSystemUtils.deleteRecursively(EXPORTED);
    }

    @Test
    @DisplayName("shows nothing of a response before it is published: no page, no file, no search, no feed, no export")
    void beforePublication() {
        ProcessInstance approved = office.hasApproved("Kept quiet", DAY_41);
        String reference = approved.getBusinessKey();

        for (String path : List.of(
                "",
                "/",
                "/response.html",
                "/response.pdf",
                "/response.docx",
                "/response.json",
                "/version-1/response.json",
                "/version-1",
                "/version-1/response.pdf",
                "/version-2",
                "/record.pdf",
                "/other")) {
            HttpResponse<byte[]> unpublished = reader.asks("/" + reference + path);
            HttpResponse<byte[]> unknown = reader.asks("/2018-07-19-there-is-none-1" + path);
            assertThat(unpublished.statusCode()).as(path).isEqualTo(404);
            assertThat(unpublished.body()).as(path).isEqualTo(unknown.body());
            assertThat(names(unpublished)).as(path).isEqualTo(names(unknown));
        }
        assertThat(reader.reads("?q=kept+quiet")).doesNotContain("Kept quiet", reference);
        assertThat(reader.reads("")).doesNotContain("Kept quiet", reference);
        assertThat(reader.reads("/feed.atom")).doesNotContain("Kept quiet", reference);
        assertThat(reader.reads("/responses.csv")).doesNotContain("Kept quiet", reference);

        office.publishes(office.hasApproved("Read aloud", DAY_41));
        assertThat(EXPORTED.resolve(reference)).doesNotExist();
        assertThat(EXPORTED.resolve("index.html"))
                .content()
                .contains("Read aloud")
                .doesNotContain("Kept quiet");

        office.publishes(approved);
        assertThat(reader.reads("/" + reference)).contains("Kept quiet");
    }

    private static Map<String, List<String>> names(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    @DisplayName("has the response with the completion of the task, byte for byte as it was approved")
    void published() {
        ProcessInstance inspection = office.hasApproved("Byte for byte", DAY_41);
        String reference = inspection.getBusinessKey();
        office.publishes(inspection);

        for (String format : List.of("html", "pdf", "docx")) {
            byte[] approved = database.queryForObject(
                    "select content from approved_response where reference = ? and format = ?",
                    byte[].class,
                    reference,
                    format);
            HttpResponse<byte[]> answer = reader.asks("/" + reference + "/response." + format);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(approved);
            assertThat(reader.asks("/" + reference + "/version-1/response." + format)
                            .body())
                    .isEqualTo(approved);
        }
        assertThat(office.valueOf(inspection, "publishedOn")).isEqualTo(OneDay.TODAY.toString());
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(41);
        assertThat(office.jsonOf(inspection, "websiteDistribution"))
                .containsEntry("address", "https://office.example/responses/" + reference)
                .containsEntry("doneOn", OneDay.TODAY.toString())
                .containsEntry("recordedBy", COMMUNICATIONS_OFFICER);

        Document page = Jsoup.parse(reader.reads("/" + reference));
        assertThat(page.select("h1").eachText()).containsExactly("Response to Byte for byte");
        assertThat(page.select(".day").text()).endsWith("on day 41 of 56");
        assertThat(page.select("article").text())
                .isEqualTo(Jsoup.parse(reader.reads("/" + reference + "/response.html"))
                        .select("main")
                        .text());
        assertThat(page.select(".files a").eachAttr("href"))
                .containsExactly(
                        "/responses/" + reference + "/response.pdf",
                        "/responses/" + reference + "/response.docx",
                        "/responses/" + reference + "/response.html",
                        "/responses/" + reference + "/response.json");
        assertThat(page.select(".earlier")).isEmpty();
    }

    @Test
    @DisplayName("can't be given another day: what is published here is published today, whatever is sent")
    void notBackdated() {
        ProcessInstance inspection = office.hasApproved("Backdated", DAY_41);
        office.completes(
                COMMUNICATIONS_OFFICER,
                inspection,
                "publish-on-website",
                Map.of(
                        "publishedWhere",
                        "here",
                        "distribution",
                        json(Map.of(
                                "doneOn", DAY_41, "address", "https://elsewhere.example/r", "note", "By telephone."))));

        assertThat(office.valueOf(inspection, "publishedOn")).isEqualTo(OneDay.TODAY.toString());
        assertThat(office.jsonOf(inspection, "websiteDistribution"))
                .containsEntry("note", "By telephone.")
                .containsEntry("address", "https://office.example/responses/" + inspection.getBusinessKey());
        assertThat(reader.reads("/" + inspection.getBusinessKey()))
                .contains("on day 41 of 56")
                .doesNotContain("elsewhere.example", "By telephone.");
    }

    @Test
    @DisplayName("lists what another site has published, with its link and its day")
    void elsewhere() {
        ProcessInstance inspection = office.hasApproved("Far away", "2018-07-19");
        Map<String, Object> form = Map.of(
                "publishedWhere",
                "elsewhere",
                "distribution",
                json(Map.of(
                        "address", "https://elsewhere.example/far-away?a=1&b=2", "doneOn", OneDay.TODAY.toString())));
        assertThatThrownBy(() -> office.completes(
                        COMMUNICATIONS_OFFICER,
                        inspection,
                        "publish-on-website",
                        Map.of("publishedWhere", "elsewhere", "distribution", json(Map.of("address", "")))))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("distribution.address");
        office.completes(COMMUNICATIONS_OFFICER, inspection, "publish-on-website", form);

        Document list = Jsoup.parse(reader.reads("?q=far+away"));
        assertThat(list.select(".responses a").eachAttr("href"))
                .containsExactly(
                        "/responses/" + inspection.getBusinessKey(), "https://elsewhere.example/far-away?a=1&b=2");
        assertThat(list.select(".day").text()).matches("Response published on .*, on day \\d+, after the 56 days");
        assertThat(reader.reads("/" + inspection.getBusinessKey())).contains("It was published on another site");
    }

    @Test
    @DisplayName("is searched by title, type and reference, without regard to capitals and accents, in pages of 25")
    void list() {
        IntStream.rangeClosed(1, 27).forEach(number -> entry("Paged Café – 100% no. " + number, number));
        try {
            isSearched();
        } finally {
            database.update("delete from register_entry where reference like 'paged-reference-%'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anti-social",
                "antisocial",
                "ANTI\u2011SOCIAL",
                "anti\u00ADsocial",
                "Constable\u2019s",
                "constable's",
                "\u201Cbehaviour\u201D",
                "behaviour \u2013 cafe",
                "2018-19",
                "2018\u201319"
            })
    @DisplayName("is searched without regard to dashes, quotation marks, apostrophes, accents and hyphens")
    void alike(String searched) {
        entry("The Constable\u2019s \u201Canti\u2010social\u201D behaviour \u2014 caf\u00E9, 2018\u201319", 1);
        // As an earlier release kept it.
        database.update(
                "update register_entry set searched = ? where reference = 'paged-reference-1'",
                "the constable's \u201Canti-social\u201D behaviour \u2014 cafe, 2018\u201319");
        try {
            register.bringSearchUpToDate();
            assertThat(Jsoup.parse(reader.reads("?q=" + URLEncoder.encode(searched, StandardCharsets.UTF_8)))
                            .select(".responses h2"))
                    .hasSize(1);
        } finally {
            database.update("delete from register_entry where reference like 'paged-reference-%'");
        }
    }

    private void isSearched() {
        Document first = Jsoup.parse(reader.reads("?q=CAFE+paged+100%25"));
        assertThat(first.select(".responses h2")).hasSize(25);
        assertThat(first.select(".responses h2").first().text()).isEqualTo("Paged Café – 100% no. 27");
        assertThat(first.select(".found").text()).startsWith("27 responses for “CAFE paged 100%”");
        String next = first.select("a[rel=next]").attr("href");
        Document second = Jsoup.parse(reader.reads(next.substring("/responses".length())));
        assertThat(second.select(".responses h2").eachText())
                .containsExactly("Paged Café – 100% no. 2", "Paged Café – 100% no. 1");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]")).hasSize(1);

        assertThat(Jsoup.parse(reader.reads("?q=paged-reference-27"))
                        .select(".responses h2")
                        .eachText())
                .containsExactly("Paged Café – 100% no. 27");
        assertThat(Jsoup.parse(reader.reads("?q=paged+super-complaint")).select(".responses h2"))
                .hasSize(25);
        assertThat(reader.reads("?q=paged+_")).contains("No published response");
    }

    /** A published response that no inspection has led to. */
    private void entry(String title, int minute) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
        String reference = "paged-reference-" + minute;
        database.update(
                """
                insert into register_entry (reference, edition, title, inspection_type, report_published_on,
                    published_on, published_on_day, in_time, published_at, updated_at, searched)
                values (?, 1, ?, 'Super-complaint', ?, ?, 1, true, ?, ?, ?)
                """,
                reference,
                title,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 1),
                OffsetDateTime.ofInstant(at, StatutoryPeriod.ZONE),
                OffsetDateTime.ofInstant(at, StatutoryPeriod.ZONE),
                SearchWords.plain(title + " Super-complaint " + reference));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=-1",
                "?page=0",
                "?page=abc",
                "?page=",
                "?page=99999999999999999999",
                "?page=2147483647",
                "?page=1&page=2",
                "?q=%00",
                "?q=%ED%A0%80",
                "?q=%F0%9F%98%80",
                "?q=%25%25%25",
                "?q=%27%22%3Cscript%3Ealert(1)%3C/script%3E",
                "?q%5B%5D=1",
                "?%00=1"
            })
    @DisplayName("answers bad parameters as if they were none")
    void badParameters(String parameters) {
        HttpResponse<byte[]> answer = reader.asks(parameters);
        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("<script");
    }

    @Test
    @DisplayName("answers a very long search, a strange address and a method that changes things, never with a fault")
    void strangeRequests() {
        assertThat(reader.asks("?q=" + "long+".repeat(1000)).statusCode()).isEqualTo(200);
        assertThat(reader.asks("/" + "x".repeat(5000)).statusCode()).isEqualTo(404);
        for (String path : List.of(
                "/%01",
                "/a%20b",
                "/%F0%9F%98%80",
                "/x/version-0",
                "/x/version-99999999999",
                "/x/version--1",
                "/x/response.",
                "/x/response.exe",
                "/register.css/x",
                "/%2e%2e/documents/x",
                "/..;/audit")) {
            assertThat(reader.asks(path).statusCode()).as(path).isIn(400, 404);
        }
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            for (String path : List.of("", "/feed.atom", "/x", "/x/response.pdf")) {
                HttpResponse<byte[]> answer = reader.sends(method, path);
                assertThat(answer.statusCode()).as(method + path).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
            }
        }
        assertThat(reader.sends("HEAD", "").statusCode()).isEqualTo(200);
        assertThat(reader.sends("HEAD", "").body()).isEmpty();
    }

    @Test
    @DisplayName("needs no cookie, runs nothing, and sends nothing again that has not changed")
    void headers() {
        ProcessInstance inspection = office.hasApproved("Headers of the register", DAY_41);
        office.publishes(inspection);
        String page = "/" + inspection.getBusinessKey();

        for (String path : List.of(
                "?q=headers+register",
                page,
                page + "/response.pdf",
                page + "/response.json",
                "/responses.csv",
                "/response-1.schema.json",
                "/feed.atom",
                "/register.css")) {
            HttpResponse<byte[]> answer = reader.asks(path);
            assertThat(answer.headers().map()).as(path).doesNotContainKey("set-cookie");
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-cache, public");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .doesNotContain("script");
            String etag = answer.headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> again = reader.asks(path, "If-None-Match", etag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(reader.reads(page)).doesNotContain("<script", "<style", " style=");
    }

    @Test
    @DisplayName("has a valid Atom feed, whose ids stay and whose times change when a response is corrected")
    void feed() throws Exception {
        ProcessInstance inspection = office.hasApproved("Fed < & “told” 😀", DAY_41);
        office.publishes(inspection);
        Element before = entryOf(inspection.getBusinessKey());
        assertThat(text(before, "title")).isEqualTo("Response to Fed < & “told” 😀");
        assertThat(text(before, "updated")).isEqualTo(text(before, "published"));
        assertThat(text(before, "summary")).contains("on day 41 of 56");

        corrects(inspection, "I welcome it more.");

        Element after = entryOf(inspection.getBusinessKey());
        assertThat(text(after, "id")).isEqualTo(text(before, "id")).startsWith("urn:uuid:");
        assertThat(text(after, "published")).isEqualTo(text(before, "published"));
        assertThat(OffsetDateTime.parse(text(after, "updated"))).isAfter(OffsetDateTime.parse(text(before, "updated")));
        assertThat(text(after, "summary")).contains("Corrected on");
    }

    /** The entry of a response; the feed as a whole is held against RFC 4287. */
    private Element entryOf(String reference) throws Exception {
        HttpResponse<byte[]> answer = reader.asks("/feed.atom");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        Element feed = parsers.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body()))
                .getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getLocalName()).isEqualTo("feed");
        List<Element> entries = children(feed, "entry");
        for (Element element : Stream.concat(Stream.of(feed), entries.stream()).toList()) {
            for (String once : List.of("id", "title", "updated")) {
                assertThat(children(element, once)).as(once).hasSize(1);
            }
            OffsetDateTime.parse(text(element, "updated"));
            assertThat(text(element, "id")).startsWith("urn:uuid:");
            assertThat(children(element, "link").stream()
                            .filter(link -> link.getAttribute("rel").equals("alternate")
                                    && link.getAttribute("type").equals("text/html")))
                    .hasSize(1)
                    .allMatch(link -> link.getAttribute("href").startsWith("https://office.example/responses"));
        }
        assertThat(text(children(feed, "author").get(0), "name")).isNotBlank();
        assertThat(children(feed, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .map(link -> link.getAttribute("href")))
                .containsExactly("https://office.example/responses/feed.atom");
        assertThat(entries.stream().map(entry -> text(entry, "id"))).doesNotHaveDuplicates();
        return entries.stream()
                .filter(entry ->
                        children(entry, "link").get(0).getAttribute("href").endsWith("/" + reference))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent();
    }

    private ProcessInstance corrects(ProcessInstance inspection, String text) {
        return corrects(inspection, "A sum was wrong: it is £5m.\nWe are sorry.", text);
    }

    private ProcessInstance corrects(ProcessInstance inspection, String reason, String text) {
        ProcessInstance correction = office.beginsCorrection(inspection.getBusinessKey(), reason);
        office.writesCorrection(correction, text, "finished");
        office.approvesCorrection(correction);
        return correction;
    }

    @Test
    @DisplayName("shows of a corrected response when and why, and keeps the version before it where it can be read")
    void corrected() {
        ProcessInstance inspection = office.hasApproved("Corrected", DAY_41);
        String reference = inspection.getBusinessKey();
        office.publishes(inspection);
        byte[] first = reader.asks("/" + reference + "/response.pdf").body();

        ProcessInstance correction = corrects(inspection, "I welcome it with a heavy heart.");

        assertThat(office.tasks(correction)).isEmpty();
        Document page = Jsoup.parse(reader.reads("/" + reference));
        assertThat(page.select("article").text()).contains("with a heavy heart");
        assertThat(page.select(".earlier").text()).contains("Corrected on", "A sum was wrong: it is £5m.", "sorry");
        assertThat(page.select(".earlier a").attr("href")).isEqualTo("/responses/" + reference + "/version-1");
        assertThat(page.select(".day").text()).endsWith("on day 41 of 56");
        Document before = Jsoup.parse(reader.reads("/" + reference + "/version-1"));
        assertThat(before.select("article").text())
                .contains("I welcome the report.")
                .doesNotContain("heart");
        assertThat(before.select(".earlier").text()).contains("This is an earlier version", "A sum was wrong");
        assertThat(before.select(".earlier a").attr("href")).isEqualTo("/responses/" + reference);
        assertThat(reader.asks("/" + reference + "/version-1/response.pdf").body())
                .isEqualTo(first);
        assertThat(reader.asks("/" + reference + "/response.pdf").body())
                .isNotEqualTo(first)
                .isEqualTo(
                        reader.asks("/" + reference + "/version-2/response.pdf").body());
        assertThat(reader.reads("?q=corrected")).contains("Corrected on");
        assertThat(EXPORTED.resolve(reference).resolve("version-1/index.html"))
                .content()
                .contains("This is an earlier version");
        assertThat(EXPORTED.resolve(reference).resolve("index.html")).content().contains("heavy heart");
        assertThat(database.queryForList(
                        "select edition, version, published_by, approved_by from published_response"
                                + " where reference = ? order by edition",
                        reference))
                .extracting(row -> row.values().toString())
                .containsExactly("[1, 1, communications-officer, null]", "[2, 2, manager, commissioner]");

        corrects(inspection, "I welcome it again.");
        assertThat(Jsoup.parse(reader.reads("/" + reference))
                        .select(".earlier a")
                        .eachAttr("href"))
                .containsExactly("/responses/" + reference + "/version-2", "/responses/" + reference + "/version-1");
    }

    @Test
    @DisplayName(
            "has the title and the reason for a correction in the characters that were meant, however they were pasted")
    void pasted() throws Exception {
        ProcessInstance inspection = office.hasApproved(
                "\uF0B7\tCus\u0002tody de\uFFFEtention\u00A0of a\u00ADdults \uF0FC,\u200B cafe\u0301s", DAY_41);
        String reference = inspection.getBusinessKey();
        String meant = "Custody detention of adults \u2713, caf\u00E9s";
        assertThat(office.valueOf(inspection, "title")).isEqualTo(meant);
        assertThat(office.letter(inspection, "send-to-home-office", Map.of()).get("subject"))
                .isEqualTo("OPCC Norfolk: response to " + meant);
        office.publishes(inspection);
        corrects(inspection, "A sum was mis\u0002stated.\nIt is \uF0FC 5\u00A0million, cafe\u0301.", "I welcome it.");
        isReadAs(reference, meant);
        assertThat(Jsoup.parse(reader.reads("/" + reference))
                        .select(".earlier .typed")
                        .first()
                        .wholeText())
                .isEqualTo("A sum was misstated.\nIt is \u2713 5 million, caf\u00E9.");

        // As an earlier release kept them.
        database.update(
                "update register_entry set title = ? where reference = ?",
                "Cus\u0002tody de\uFFFEtention\u00A0of\na\u00ADdults \uF0FC, \uFFFDcafe\u0301s\u0006",
                reference);
        isReadAs(reference, meant);
    }

    private void isReadAs(String reference, String title) throws Exception {
        Document page = Jsoup.parse(reader.reads("/" + reference));
        assertThat(page.title()).startsWith("Response to " + title + " \u2013 ");
        assertThat(page.select("h1").first().wholeText()).isEqualTo("Response to " + title);
        assertThat(Jsoup.parse(reader.reads(""))
                        .select(".responses a[href$=" + reference + "]")
                        .first()
                        .wholeText())
                .isEqualTo(title);
        assertThat(text(entryOf(reference), "title")).isEqualTo("Response to " + title);
    }

    @Test
    @DisplayName("is corrected in every text, each explanation under the line of its recommendation")
    void explanationsAreCorrected() {
        ProcessInstance inspection = office.registers("Explained", DAY_41);
        office.recordsRecommendations(inspection, "1. Review it.\n\n2. Train people.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "We welcome it.");
        office.explains(inspection, 1, "The review ends in May.");
        office.explains(inspection, 2, "Training has begun.");
        office.drafts(inspection, "I welcome it too.");
        office.approves(inspection);
        office.publishes(inspection);

        ProcessInstance correction = office.beginsCorrection(inspection.getBusinessKey(), "Two months were wrong.");
        assertThat(office.jsonOf(correction, "correction"))
                .containsEntry(
                        "explanations",
                        "=== Recommendation 1 ===\nThe review ends in May.\n\n=== Recommendation 2 ===\nTraining has begun.");
        for (String wrong : List.of(
                "",
                "The review ends in June.",
                "=== Recommendation 1 ===\nThe review ends in June.",
                "=== Recommendation 2 ===\nA.\n\n=== Recommendation 1 ===\nB.",
                "=== Recommendation 1 ===\nA.\n\n=== Recommendation 2 ===\n ",
                "=== Recommendation 1 ===\nA.\n\n=== Recommendation 2 ===\nB.\n\n=== Recommendation 3 ===\nC.")) {
            assertThatThrownBy(() -> writes(correction, wrong))
                    .rootCause()
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("correction.explanations");
        }
        writes(
                correction,
                "=== Recommendation 1 ===\nThe review ends in June.\n\n=== Recommendation 2 ===\nTraining has begun.");
        office.approvesCorrection(correction);

        String page = Jsoup.parse(reader.reads("/" + inspection.getBusinessKey()))
                .select("article")
                .text();
        assertThat(page).contains("The review ends in June.", "Training has begun.", "Review it.", "We welcome it.");
        assertThat(page).contains("A better title");
        assertThat(reader.reads("?q=better+title")).contains(inspection.getBusinessKey());

        assertThat(reader.reads("?q=recommendation+2+train+people")).contains(inspection.getBusinessKey());
        database.update("update register_entry set searched_items = null");
        assertThat(reader.reads("?q=train+people")).doesNotContain(inspection.getBusinessKey());
        // As when an earlier release published it.
        register.bringSearchUpToDate();
        assertThat(reader.reads("?q=train+people")).contains(inspection.getBusinessKey());
    }

    private void writes(ProcessInstance correction, String explanations) {
        office.completes(
                TheOffice.MANAGER,
                correction,
                "write-correction",
                Map.of(
                        "title",
                        "A better title",
                        "correction",
                        json(Map.of("reason", "Two months were wrong.", "explanations", explanations)),
                        "correctionNext",
                        "finished"));
    }

    @Test
    @DisplayName("is corrected only where something changes, by two people, and not twice at one time")
    void corrections() {
        ProcessInstance inspection = office.hasApproved("Twice", DAY_41);
        String reference = inspection.getBusinessKey();
        assertThatThrownBy(() -> office.beginsCorrection(reference, "Too early."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("reference");
        office.publishes(inspection);

        ProcessInstance correction = office.beginsCorrection(reference, "A name was wrong.");
        assertThat(correction.getBusinessKey()).isEqualTo(reference + "-correction-1");
        assertThatThrownBy(() -> office.beginsCorrection(reference, "The same."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> office.writesCorrection(correction, "I welcome the report.", "finished"))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("nothing has been changed");
        office.writesCorrection(correction, "I wel", "later");
        assertThat(office.jsonOf(correction, "response")).containsEntry("text", "I wel");
        office.writesCorrection(correction, "I welcome the reports.", "finished");

        engine.getIdentityService().createMembership(TheOffice.MANAGER, "approvers");
        try {
            Task approval = office.task(correction, "approve-correction");
            assertThatThrownBy(() ->
                            office.completes(TheOffice.MANAGER, approval, Map.of("correctionDecision", "approve")))
                    .rootCause()
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("somebody else must decide");
        } finally {
            engine.getIdentityService().deleteMembership(TheOffice.MANAGER, "approvers");
        }
        office.completes(
                TheOffice.COMMISSIONER,
                correction,
                "approve-correction",
                Map.of("correctionDecision", "send-back", "approval", json(Map.of("reasons", "Say which report."))));
        assertThat(office.waitsAt(correction)).containsExactly("write-correction");
        assertThat(office.jsonOf(correction, "sentBack")).containsEntry("reasons", "Say which report.");
        assertThat(reader.reads("/" + reference)).doesNotContain("reports.", "Corrected");

        office.writesCorrection(correction, "I welcome it.", "withdraw");
        assertThat(office.tasks(correction)).isEmpty();
        assertThat(reader.reads("/" + reference))
                .contains("I welcome the report.")
                .doesNotContain("Corrected");
    }

    @Test
    @DisplayName(
            "has a response once, also where the task is done a second time, and as another edition what is approved anew")
    void publishedAgain() {
        ProcessInstance inspection = office.hasApproved("Again", DAY_41);
        String reference = inspection.getBusinessKey();
        office.publishes(inspection);
        administratorGoesBackTo(inspection, "publish-on-website");
        office.publishes(inspection);
        assertThat(reader.asks("/" + reference + "/version-2").statusCode()).isEqualTo(404);

        engine.getRuntimeService().setVariable(inspection.getId(), "response", json(Map.of("text", "I regret it.")));
        administratorGoesBackTo(inspection, "keep-approved-response");
        office.jobsRun(inspection);
        assertThat(reader.reads("/" + reference)).doesNotContain("I regret it.");
        office.publishes(inspection);

        assertThat(reader.reads("/" + reference)).contains("I regret it.", "and published this response again");
        assertThat(reader.reads("/" + reference + "/version-1")).contains("I welcome the report.");
    }

    private void administratorGoesBackTo(ProcessInstance inspection, String activity) {
        engine.getRuntimeService()
                .createProcessInstanceModification(inspection.getId())
                .startBeforeActivity(activity)
                .execute();
    }

    @Test
    @DisplayName("is exported with whatever is missing in the folder")
    void restored() throws IOException {
        ProcessInstance before = office.hasApproved("Lost", DAY_41);
        office.publishes(before);
        Path lost = EXPORTED.resolve(before.getBusinessKey());
        assertThat(lost.resolve("response.pdf")).isRegularFile();
        FileSystemUtils.deleteRecursively(lost);

        office.publishes(office.hasApproved("Found", DAY_41));

        assertThat(lost.resolve("index.html")).content().contains("Response to Lost");
        assertThat(lost.resolve("response.pdf")).isRegularFile();
    }

    @Test
    @DisplayName("is exported whole or not at all: a full disk is tried again, then an incident, and mended it is done")
    void fullDisk() throws IOException {
        ProcessInstance inspection = office.hasApproved("Full disk", DAY_41);
        String reference = inspection.getBusinessKey();
        Files.createDirectories(EXPORTED);
        Path inTheWay = Files.writeString(EXPORTED.resolve(reference), "no space");

        assertThatThrownBy(() -> office.publishes(inspection)).hasMessageContaining("export");

        assertThat(reader.reads("/" + reference)).contains("Full disk");
        assertThat(office.valueOf(inspection, "publishedOn")).isEqualTo(OneDay.TODAY.toString());
        assertThat(EXPORTED.resolve("index.html").toFile())
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).content().doesNotContain("Full disk"));
        Job job = exportJob(inspection);
        assertThat(job.getRetries()).isEqualTo(5);
        engine.getManagementService().setJobRetries(job.getId(), 1);
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .hasMessageContaining("export");
        Incident incident = engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(inspection.getId())
                .singleResult();
        assertThat(incident.getIncidentMessage())
                .contains(reference, "is published at /responses", "increment the retries");

        Files.delete(inTheWay);
        engine.getManagementService().setJobRetries(job.getId(), 1);
        office.jobsRun(inspection);

        for (String format : List.of("html", "pdf", "docx")) {
            assertThat(EXPORTED.resolve(reference).resolve("response." + format))
                    .hasBinaryContent(
                            reader.asks("/" + reference + "/response." + format).body());
        }
        Document list = Jsoup.parse(EXPORTED.resolve("index.html").toFile());
        assertThat(list.select(".responses a").eachAttr("href")).contains("./" + reference + "/index.html");
        assertThat(list.select("form")).isEmpty();
        assertThat(EXPORTED.resolve(reference).resolve("index.html")).content().contains("href=\"../register.css\"");
        assertThat(EXPORTED.resolve("feed.atom")).content().contains(reference);
        assertThat(EXPORTED.resolve("register.css")).isRegularFile();
        try (Stream<Path> files = Files.walk(EXPORTED)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
        assertThat(office.waitsAt(inspection))
                .doesNotContain("publish-on-website")
                .hasSize(4);
    }

    private Job exportJob(ProcessInstance inspection) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(inspection.getId())
                .messages()
                .singleResult();
    }
}
