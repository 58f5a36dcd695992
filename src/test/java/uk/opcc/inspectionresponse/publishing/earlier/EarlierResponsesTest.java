package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

@OfficeServer
@DisplayName("Earlier responses")
class EarlierResponsesTest {

    private static final String DOCUMENTS = ".files a:not([type=application/json])";

    private static final Path EXPORTED = Path.of(new StandardEnvironment().resolvePlaceholders(OfficeServer.EXPORTED));
    private static final String TODAY = WrittenDate.of(OneDay.TODAY);

    private final ProcessEngine engine;
    private final IdentityService identity;
    private final JdbcTemplate database;
    private final int port;
    private final Visitor reader;
    private Importer officer;

    @Autowired
    EarlierResponsesTest(
            ProcessEngine engine, IdentityService identity, JdbcTemplate database, @LocalServerPort int port) {
        this.engine = engine;
        this.identity = identity;
        this.database = database;
        this.port = port;
        this.reader = new Visitor(port);
    }

    @BeforeEach
    void officer() {
        Staff.employ(identity);
        officer = new Importer(port, Groups.POLICY_OFFICERS);
    }

    /** What a test has only checked is in the way of the next one. */
    @AfterEach
    void nothingIsOpen() {
        officer.sees(Importer.PAGE)
                .select("h2:contains(has not ended) + p a")
                .eachAttr("href")
                .forEach(officer::discards);
    }

    private Document register(String words) {
        return Jsoup.parse(
                reader.sees("/responses?q=" + words.replace(' ', '+')).body());
    }

    private int entries() {
        return database.queryForObject("select count(*) from register_entry", Integer.class);
    }

    @Test
    @DisplayName("are imported, three hundred of them, with how far it is on the page, and are public as they were")
    void threeHundred() {
        Parcel parcel = new Parcel();
        IntStream.rangeClosed(1, 300)
                .forEach(number -> parcel.line("\"Rounds of the year, no. " + number + "\",19/07/20"
                                + (13 + number % 12) + ",PEEL Inspection,1 September 20" + (13 + number % 12)
                                + ",,answer-" + number + ".pdf,")
                        .pdf("all of them/answer-" + number + ".pdf", "Answer " + number));
        int before = entries();

        String report = officer.checks(parcel.packed());

        Document checked = officer.sees(report);
        assertThat(checked.select("[role=status]").text())
                .isEqualTo("300 will be imported. 0 already there, 0 cannot be imported.");
        assertThat(checked.select("tbody tr")).hasSize(300);
        assertThat(entries()).isEqualTo(before);

        List<Integer> seen = officer.imports(report);

        assertThat(seen).isSorted().allSatisfy(done -> assertThat(done).isBetween(0, 300));
        Document done = officer.sees(report);
        assertThat(done.select("[role=status]").text())
                .isEqualTo("300 of 300 imported. 0 already there, 0 not imported.");
        assertThat(done.select("dl").text()).contains("earlier.zip", "Import begun", "by policy-officers", TODAY);
        assertThat(officer.sees(Importer.PAGE).select("tbody tr").first().text())
                .contains("earlier.zip", "policy-officers", "Imported");

        assertThat(register("rounds of the year").select(".found").text()).startsWith("300 responses");
        Document listed = register("2020-07-19-rounds-of-the-year-no-7");
        assertThat(listed.select(".responses li").text())
                .contains(
                        "PEEL Inspection", "19 July 2020", "1 September 2020, as the office\u2019s earlier records say")
                .doesNotContain("day ", "56");
        String address = listed.select(".responses h2 a").attr("href");
        assertThat(address).isEqualTo("/responses/2020-07-19-rounds-of-the-year-no-7");
        Document page = Jsoup.parse(reader.sees(address).body());
        assertThat(page.select("main").text())
                .contains("Brought in from the office\u2019s earlier records on " + TODAY)
                .doesNotContain("on day", "approved", "Corrected");
        assertThat(page.select(DOCUMENTS).eachAttr("href")).containsExactly(address + "/response.pdf");
        HttpResponse<byte[]> file = reader.downloads(address + "/response.pdf");
        assertThat(file.body()).isEqualTo(Parcel.pdf("Answer 7"));
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        for (String other :
                List.of("/response.docx", "/response.html", "/response-2.pdf", "/version-1", "/version-0")) {
            assertThat(reader.sees(address + other).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(reader.sees("/responses/feed.atom").body()).doesNotContain("Rounds of the year");
        assertThat(EXPORTED.resolve("2020-07-19-rounds-of-the-year-no-7/response.pdf"))
                .hasBinaryContent(Parcel.pdf("Answer 7"));
        assertThat(EXPORTED.resolve("2020-07-19-rounds-of-the-year-no-7/index.html"))
                .content()
                .contains("Brought in from the office");
        assertThat(EXPORTED.resolve("index.html")).content().contains("Rounds of the year, no. 300");

        againTheSame(parcel);
    }

    private void againTheSame(Parcel parcel) {
        List<Map<String, Object>> before = database.queryForList("select * from register_entry order by reference");

        String report = officer.checks(parcel.packed());

        assertThat(officer.sees(report).select("[role=status]").text())
                .isEqualTo("0 will be imported. 300 already there, 0 cannot be imported.");
        assertThat(officer.sees(report).select("form[action$=/import]")).isEmpty();
        // As somebody would who does not look at the page.
        officer.discards(report);
        assertThat(database.queryForList("select * from register_entry order by reference"))
                .hasToString(before.toString());
        assertThat(database.queryForObject("select count(*) from earlier_import_file", Integer.class))
                .isZero();
    }

    @Test
    @DisplayName("that are good are imported, and each bad one is named by its line, its column and what to do")
    void badRows() {
        Parcel parcel = new Parcel()
                .pdf("good.pdf", "Good")
                .file("letter.docx", Parcel.WORD)
                .file("empty.pdf", new byte[0])
                .file("picture.pdf", "GIF89a".getBytes(StandardCharsets.UTF_8))
                .file("zipped.docx", Parcel.zip(Map.of("a", new byte[] {1})))
                .file("old.doc", new byte[] {1})
                .pdf("one/twin.pdf", "One")
                .pdf("two/twin.pdf", "Two")
                .pdf("forgotten.pdf", "Nobody names it")
                .line("Bad rows: good,19 July 2018,Thematic,1/9/2018,https://office.example/r,good.pdf|LETTER.docx,")
                .line(",19 July 2018,Thematic,1 September 2018,https://office.example/r,,")
                .line("No day,,Thematic,2018-13-01,https://office.example/r,,")
                .line("American,07/19/2018,Thematic,09/01/2018,https://office.example/r,,")
                .line("Too early,19 July 2018,Thematic,18 July 2018,https://office.example/r,,")
                .line("In the future,19 July 2018,Thematic,1 September 2999,https://office.example/r,,")
                .line("No type,19 July 2018,,1 September 2018,https://office.example/r,,")
                .line("No link,19 July 2018,Thematic,1 September 2018,javascript:alert(1),,")
                .line("Nothing,19 July 2018,Thematic,1 September 2018,,,")
                .line("Missing,19 July 2018,Thematic,1 September 2018,,nowhere.pdf,")
                .line("Empty,19 July 2018,Thematic,1 September 2018,,empty.pdf,")
                .line("Picture,19 July 2018,Thematic,1 September 2018,,picture.pdf,")
                .line("Zipped,19 July 2018,Thematic,1 September 2018,,zipped.docx,")
                .line("Old,19 July 2018,Thematic,1 September 2018,,old.doc,")
                .line("Twin,19 July 2018,Thematic,1 September 2018,,twin.pdf,")
                .line("BAD ROWS: good,19/7/2018,Thematic,1 September 2018,https://office.example/r,,")
                .line("Counted,19 July 2018,Thematic,1 September 2018,https://office.example/r,,OPCCN/2018/1")
                .line("Odd,19 July 2018,Thematic,1 September 2018,https://office.example/r,,../x")
                .line("More,19 July 2018,Thematic,1 September 2018,https://office.example/r,,,,and more")
                .line("Bad rows: also good,2018-07-19,Thematic,2018-09-01,HTTPS://office.example/s,,Old/2018/7")
                .line(",,,,,,")
                .line("\"Bad rows, \uFFFD unreadable\",2018-07-19,Thematic,2018-09-01,https://office.example/s,,");
        Map<Integer, String> problems = new LinkedHashMap<>();
        problems.put(3, "Title: it is empty.");
        problems.put(4, "Report published: it is empty.");
        problems.put(5, "Report published: \u201C07/19/2018\u201D is not a day.");
        problems.put(6, "Response published: 18 July 2018 is before the report was published");
        problems.put(7, "Response published: 1 September 2999 is in the future.");
        problems.put(8, "Type: it is empty.");
        problems.put(9, "Link: \u201Cjavascript:alert(1)\u201D is not the address of a web page.");
        problems.put(10, "Files: there is neither a file nor a link.");
        problems.put(11, "Files: there is no file \u201Cnowhere.pdf\u201D in the ZIP file.");
        problems.put(12, "Files: \u201Cempty.pdf\u201D is empty.");
        problems.put(13, "Files: \u201Cpicture.pdf\u201D is not a PDF");
        problems.put(14, "Files: \u201Czipped.docx\u201D is not a Word document");
        problems.put(15, "Files: \u201Cold.doc\u201D is neither a PDF nor a Word document");
        problems.put(16, "Files: there are 2 files \u201Ctwin.pdf\u201D.");
        problems.put(17, "Title: line 2 has the same title and the same day.");
        problems.put(18, "Reference: the office counts its inspections here");
        problems.put(19, "Reference: \u201C../x\u201D may have only letters");
        problems.put(20, "The line has more values than there are columns.");
        problems.put(23, "Title: ");

        String report = officer.checks(parcel.packed());

        problems.forEach((line, problem) -> assertThat(officer.line(report, line))
                .as("line " + line)
                .satisfies(cells -> {
                    assertThat(cells.get(1)).isEqualTo("Not imported");
                    assertThat(cells.get(2)).contains(problem);
                }));
        assertThat(officer.line(report, 4).get(2)).contains("Response published: \u201C2018-13-01\u201D is not a day.");
        assertThat(officer.sees(report).select("ul").text())
                .contains("forgotten.pdf")
                .doesNotContain("good.pdf");
        officer.imports(report);

        assertThat(officer.sees(report).select("[role=status]").text())
                .isEqualTo("2 of 2 imported. 0 already there, 19 not imported.");
        Document page =
                Jsoup.parse(reader.sees("/responses/2018-07-19-bad-rows-good").body());
        assertThat(page.select(DOCUMENTS).eachText())
                .containsExactly("good.pdf (PDF, 1 KB)", "letter.docx (Word, 1 KB)");
        assertThat(reader.downloads("/responses/2018-07-19-bad-rows-good/response.docx")
                        .body())
                .isEqualTo(Parcel.WORD);
        assertThat(reader.sees("/responses/Old-2018-7").body()).contains("Bad rows: also good", "office.example/s");
        assertThat(register("old-2018-7").select(".responses li")).hasSize(1);
    }

    @Test
    @DisplayName("that differ from what was imported are named, with the columns, and change nothing")
    void differing() {
        Parcel first = new Parcel()
                .pdf("a.pdf", "First")
                .line("Kept as it was,19 July 2017,Thematic,1 September 2017,,a.pdf,");
        officer.imports(officer.checks(first.packed()));

        String report = officer.checks(new Parcel()
                .pdf("a.pdf", "Second")
                .line("Kept as it was,19 July 2017,PEEL,2 September 2017,https://office.example/r,a.pdf,other")
                .packed());

        assertThat(officer.line(report, 2).get(2))
                .isEqualTo("Type, Response published, Link, Files, Reference: not the same as what was imported on "
                        + TODAY + ". Nothing changes: the register keeps what was imported then.");
        assertThat(officer.sees(report).select("form[action$=/import]")).isEmpty();
        assertThat(reader.downloads("/responses/2017-07-19-kept-as-it-was/response.pdf")
                        .body())
                .isEqualTo(Parcel.pdf("First"));
    }

    @Test
    @DisplayName("that the application itself has published are left as they are")
    void publishedHere() {
        TheOffice office = new TheOffice(engine);
        String published =
                StatutoryPeriod.whereDay(41, OneDay.TODAY).published().toString();
        office.publishes(office.hasApproved("Published here, not imported", published));

        String report = officer.checks(new Parcel()
                .line("\"Published here, not imported\"," + published + ",Thematic," + OneDay.TODAY
                        + ",https://office.example/r,,")
                .packed());

        assertThat(officer.line(report, 2).get(2)).startsWith("It is in the register already: the application itself");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252,;", "UTF-8,;", "UTF-8,','", "UTF-16LE,tab"})
    @DisplayName("come in the encodings and with the separators of Excel, and in its columns' order")
    void encodings(String charset, String separator) {
        String between = separator.equals("tab") ? "\t" : separator;
        String title = "Caf\u00E9s \u2013 the \u201Cnight\u201D economy " + charset.length() + between.hashCode();
        String csv = (charset.startsWith("UTF") ? "\uFEFF" : "")
                + String.join(between, " files ", "DATE PUBLISHED", "title", "Date of the response", "type", "", "")
                + "\r\n" + String.join(between, "caf\u00E9.pdf", "19/07/2016", title, "1 Sept 2016", "Thematic", "", "")
                + "\r\n";

        String report = officer.checks(new Parcel()
                .pdf("cafe\u0301.pdf", "As a Mac writes its name")
                .packed("list.CSV", csv, Charset.forName(charset)));

        assertThat(officer.line(report, 2)).startsWith(title, "Will be imported");
    }

    @Test
    @DisplayName("need no ZIP file where there are only links")
    void linksAlone() {
        HttpResponse<String> answer = officer.sends(
                "links.csv",
                (Parcel.HEADER + "Only a link,19 July 2015,Thematic,1 September 2015,https://office.example/r,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        String report = Importer.led(answer);
        officer.imports(report);
        Document page =
                Jsoup.parse(reader.sees("/responses/2015-07-19-only-a-link").body());
        assertThat(page.select("a[rel=external]").attr("href")).isEqualTo("https://office.example/r");
        assertThat(page.select(DOCUMENTS)).isEmpty();
    }

    @Test
    @DisplayName("are never written by the names in a ZIP file, and what a Mac adds to it is passed over")
    void names() {
        Path outside = Path.of("target", "slipped.pdf");
        String report = officer.checks(new Parcel()
                .pdf("../../../../../../../../" + outside.toAbsolutePath(), "Slipped")
                .pdf("..\\..\\back.pdf", "Back")
                .pdf("__MACOSX/._slipped.pdf", "Not for people")
                .file(".DS_Store", new byte[] {1})
                .file("__MACOSX/._responses.csv", new byte[] {1})
                .line("Slip,19 July 2014,Thematic,1 September 2014,,slipped.pdf|back.pdf,")
                .packed());
        officer.imports(report);

        assertThat(outside).doesNotExist();
        assertThat(reader.downloads("/responses/2014-07-19-slip/response.pdf").body())
                .isEqualTo(Parcel.pdf("Slipped"));
        assertThat(reader.downloads("/responses/2014-07-19-slip/response-2.pdf").body())
                .isEqualTo(Parcel.pdf("Back"));
        assertThat(officer.sees(report).text()).doesNotContain("DS_Store", "._");
    }

    @Test
    @DisplayName("may come in a file that is larger than any other request")
    void large() {
        byte[] pdf = new byte[12 * 1024 * 1024];
        new Random(7).nextBytes(pdf);
        byte[] begin = Parcel.pdf("Large");
        System.arraycopy(begin, 0, pdf, 0, begin.length);
        officer.imports(officer.checks(new Parcel()
                .file("large.pdf", pdf)
                .line("Large,19 July 2014,Thematic,1 September 2014,,large.pdf,")
                .packed()));

        assertThat(reader.downloads("/responses/2014-07-19-large/response.pdf").body())
                .isEqualTo(pdf);
        assertThat(Jsoup.parse(reader.sees("/responses/2014-07-19-large").body())
                        .select(DOCUMENTS)
                        .text())
                .isEqualTo("large.pdf (PDF, 12 MB)");
    }

    static Stream<Arguments> refused() {
        byte[] zip = new Parcel()
                .line("Never,19 July 2018,Thematic,1 September 2018,https://office.example/r,,")
                .packed();
        byte[] locked = zip.clone();
        for (int at = 0; at < locked.length - 10; at++) {
            // The flag of an entry that a password protects, in both of its headers.
            if (locked[at] == 'P' && locked[at + 1] == 'K' && locked[at + 2] == 1 && locked[at + 3] == 2) {
                locked[at + 8] |= 1;
            }
        }
        Map<String, byte[]> many = new LinkedHashMap<>();
        IntStream.rangeClosed(1, 10_001).forEach(number -> many.put("f" + number, new byte[0]));
        byte[] saysOne = Parcel.zip(many);
        saysOne[saysOne.length - 12] = 1;
        saysOne[saysOne.length - 11] = 0;
        return Stream.of(
                Arguments.of("nothing", new byte[0], 400, "File: choose one"),
                Arguments.of("no ZIP file", "Hello".getBytes(StandardCharsets.UTF_8), 400, "this is not a ZIP file"),
                Arguments.of("half of one", Arrays.copyOf(zip, zip.length / 2), 400, "It is damaged, or protected"),
                Arguments.of("a locked one", locked, 400, "protected by a password"),
                Arguments.of("one without a CSV", Parcel.zip(Map.of("a.pdf", new byte[] {1})), 400, "there is none"),
                Arguments.of(
                        "one with two",
                        Parcel.zip(Map.of("a.csv", new byte[] {1}, "b.csv", new byte[] {1})),
                        400,
                        "there are 2 in the ZIP file"),
                Arguments.of("one with too many files", Parcel.zip(many), 400, "more than 10,000 files"),
                Arguments.of("one that says it has one file", saysOne, 400, "more than 10,000 files"),
                Arguments.of("one with more after its end", Arrays.copyOf(zip, zip.length + 9), 400, "It is damaged"),
                Arguments.of(
                        "a CSV that is a bomb",
                        Parcel.zip(Map.of("a.csv", new byte[6 * 1024 * 1024])),
                        413,
                        "CSV file: it has more than 5 MB"),
                Arguments.of("no lines", csv(Parcel.HEADER), 400, "it has no line"),
                Arguments.of(
                        "no column", csv("Title,Type,Response published,Link\na,b,c,d\n"), 400, "Report published"),
                Arguments.of("a column twice", csv("Title,Titel,title\n"), 400, "column Titel: there is no such"),
                Arguments.of("a column twice", csv("Title,Type,title\n"), 400, "column Title: it is there twice"),
                Arguments.of(
                        "neither files nor links",
                        csv("Title,Type,Report published,Response published\na,b,c,d\n"),
                        400,
                        "column Files: it is missing"),
                Arguments.of(
                        "a stray quotation mark", csv(Parcel.HEADER + "a,\"b\nc,d\n"), 400, "line 2: a quotation"));
    }

    private static byte[] csv(String text) {
        return new Parcel().packed("a.csv", text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("refused")
    @DisplayName("are refused in words where the file is not what it should be, and nothing is changed")
    void refusedFiles(String what, byte[] file, int status, String words) {
        int before = entries();
        int imports = database.queryForObject("select count(*) from earlier_import", Integer.class);

        HttpResponse<String> answer = officer.sends("sent.zip", file);

        assertThat(answer.statusCode()).isEqualTo(status);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".problem[role=alert] a[href=#file]").text()).contains(words);
        assertThat(page.select("input[type=file]").attr("aria-invalid")).isEqualTo("true");
        HttpResponse<String> toProgram = officer.sends("sent.zip", file, "application/json");
        assertThat(toProgram.statusCode()).isEqualTo(status);
        assertThat(toProgram.body()).contains("\"field\":\"file\"", words);
        assertThat(entries()).isEqualTo(before);
        assertThat(database.queryForObject("select count(*) from earlier_import", Integer.class))
                .isEqualTo(imports);
        assertThat(database.queryForObject("select count(*) from earlier_import_file", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=other", "text/plain", "application/zip"})
    @DisplayName("are refused in words where the request is no form with a file")
    void noForm(String type) {
        Visitor visitor = new Visitor(port);
        visitor.signsIn(Groups.POLICY_OFFICERS, Staff.password(Groups.POLICY_OFFICERS));
        String form = Jsoup.parse(visitor.sees(Importer.PAGE).body())
                .select("form[enctype]")
                .attr("action");
        HttpResponse<String> answer = visitor.asks(visitor.request(form)
                .header("Content-Type", type)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("--x\r\n\r\nfile")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"file\"");
    }

    @Test
    @DisplayName("are for those who publish: nobody else sees the page, or has a file looked at")
    void forThoseWhoPublish() {
        String form = officer.sees(Importer.PAGE).select("form[enctype]").attr("action");
        byte[] file = new Parcel()
                .line("Not theirs,19 July 2018,Thematic,1 September 2018,https://office.example/r,,")
                .packed();
        for (String role : Staff.ROLES.keySet()) {
            boolean may = List.of(Groups.POLICY_OFFICERS, Groups.COMMUNICATIONS).contains(role);
            Visitor visitor = new Visitor(port);
            visitor.signsIn(role, Staff.password(role));
            assertThat(visitor.sees(Importer.PAGE).statusCode()).as(role).isEqualTo(may ? 200 : 403);
            assertThat(visitor.sees("/camunda/api/office/begin").body().contains("/earlier-responses"))
                    .as(role)
                    .isEqualTo(may);
            // With a token that is another session's.
            assertThat(new Importer(port, role)
                            .sends(form, "a.zip", file, "text/html")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(officer.sends("/earlier-responses/check", "a.zip", file, "text/html")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("are imported one after the other: a second file waits until the first is imported or discarded")
    void oneAtATime() {
        byte[] file = new Parcel()
                .line("One at a time,19 July 2018,Thematic,1 September 2018,https://office.example/r,,")
                .packed();
        Importer colleague = new Importer(port, Groups.COMMUNICATIONS);
        String formOfBefore =
                colleague.sees("/earlier-responses").select("form[enctype]").attr("action");
        String report = officer.checks(file);
        assertThat(colleague.sees("/earlier-responses").select("form[enctype]")).isEmpty();

        HttpResponse<String> second = colleague.sends(formOfBefore, "b.zip", file, "text/html");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(second.body()).select(".problem").text()).contains("another import has not ended");
        assertThat(Jsoup.parse(second.body()).select("a[href=" + report + "]")).isNotEmpty();
        officer.discards(report);
        assertThat(officer.sees(report).text()).contains("It was discarded, and nothing of it was imported.");
        assertThat(new Importer(port, Groups.COMMUNICATIONS).checks(file)).isNotEqualTo(report);
    }

    @Test
    @DisplayName(
            "are not corrected here: none is offered, one that is named is refused in words, and none has evidence")
    void notCorrected() {
        officer.imports(officer.checks(new Parcel()
                .line("Not to be corrected,19 July 2014,Thematic,1 September 2014,https://office.example/r,,")
                .packed()));
        String reference = "2014-07-19-not-to-be-corrected";
        Visitor manager = new Visitor(port);
        manager.signsIn(Groups.MANAGERS, Staff.password(Groups.MANAGERS));

        assertThat(manager.sees("/camunda/api/office/inspections/published").body())
                .doesNotContain(reference);
        TheOffice office = new TheOffice(engine);
        assertThatThrownBy(() -> office.beginsCorrection(reference, "A name was wrong."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("was imported from the office's earlier records");
        assertThat(manager.sees("/evidence/" + reference).statusCode()).isEqualTo(404);
    }
}
