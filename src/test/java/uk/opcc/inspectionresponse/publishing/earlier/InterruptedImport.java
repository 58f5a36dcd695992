package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.FileSystemUtils;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

/** An import on a server that takes each step only when the test says so, as if it were stopped in between. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "office.register.largest-import=1MB",
            "office.register.import-folder=" + InterruptedImport.FOLDER,
            "office.register.export-folder=" + InterruptedImport.EXPORTED
        })
abstract class InterruptedImport {

    static final String FOLDER = OfficeServer.EXPORTED + "-to-import";
    static final String EXPORTED = OfficeServer.EXPORTED + "-with-imported";

    private static final Path IMPORTED_FROM = Path.of(new StandardEnvironment().resolvePlaceholders(FOLDER));
    private static final Path EXPORTED_TO = Path.of(new StandardEnvironment().resolvePlaceholders(EXPORTED));

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private ImportSteps steps;

    @Autowired
    private TransactionOperations transaction;

    @LocalServerPort
    private int port;

    /** In the place of the one that would go on by itself. */
    @MockitoBean
    private ContinueImports stopped;

    private Importer officer;

    @BeforeAll
    static void nothingIsLeftFromBefore() throws IOException {
        FileSystemUtils.deleteRecursively(EXPORTED_TO);
        FileSystemUtils.deleteRecursively(IMPORTED_FROM);
        Files.createDirectories(IMPORTED_FROM.resolve("documents"));
    }

    @BeforeEach
    void officer() {
        Staff.employ(identity);
        officer = new Importer(port, Groups.POLICY_OFFICERS);
    }

    private int count(String what) {
        return database.queryForObject("select count(*) from " + what, Integer.class);
    }

    /** Does what is done in a minute, till there is nothing to do or something fails. */
    private void minutePasses() {
        while (steps.next()) {
            Thread.onSpinWait();
        }
    }

    private static byte[] responses(String title, int most) {
        Parcel parcel = new Parcel();
        IntStream.rangeClosed(1, most)
                .forEach(number -> parcel.line(
                                title + " " + number + ",19 July 2015,PEEL,1 September 2015,,r" + number + ".pdf,")
                        .pdf("r" + number + ".pdf", "Answer " + number));
        return parcel.packed();
    }

    @Test
    @DisplayName("says how far it is, has each response whole or not at all, and goes on after a restart where it was")
    void goesOn() throws InterruptedException {
        String form = officer.sees("/earlier-responses").select("form[enctype]").attr("action");
        String report = officer.checks(responses("Interrupted", 30));
        officer.presses(report, "/import");
        IntStream.rangeClosed(1, 12).forEach(step -> assertThat(steps.next()).isTrue());

        // The power goes in the middle of the thirteenth.
        transaction.executeWithoutResult(status -> {
            steps.next();
            status.setRollbackOnly();
        });

        Document page = officer.sees(report);
        assertThat(page.select("[role=status]").text()).isEqualTo("12 of 30 done");
        assertThat(page.title()).startsWith("12 of 30 done");
        assertThat(page.select("meta[http-equiv=refresh]")).hasSize(1);
        assertThat(officer.sees(report + "?still=yes").select("meta[http-equiv=refresh]"))
                .isEmpty();
        assertThat(count("register_entry where title like 'Interrupted %'")).isEqualTo(12);
        assertThat(count("imported_file where reference like '2015-07-19-interrupted-%'"))
                .isEqualTo(12);
        assertThat(officer.sends(form, "b.zip", responses("Another", 1), "text/html")
                        .statusCode())
                .isEqualTo(409);
        assertThat(page.select("form[action$=/discard]")).isEmpty();

        new ContinueImports(steps).goOn();
        officer.seesItEnd(report);

        assertThat(count("register_entry where title like 'Interrupted %'")).isEqualTo(30);
        assertThat(count("imported_file where reference like '2015-07-19-interrupted-%'"))
                .isEqualTo(30);
        assertThat(EXPORTED_TO.resolve("2015-07-19-interrupted-30/index.html")).exists();
        assertThat(count("earlier_import_file")).isZero();
    }

    @Test
    @DisplayName("is done by two servers together, each response once")
    void twoServers() throws Exception {
        String report = officer.checks(responses("Shared", 30));
        officer.presses(report, "/import");
        CountDownLatch ended = new CountDownLatch(2);
        for (int server = 1; server <= 2; server++) {
            new Thread(() -> {
                        minutePasses();
                        ended.countDown();
                    })
                    .start();
        }
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        // Where one was in the way of the other.
        IntStream.range(0, 9).forEach(minute -> minutePasses());
        officer.seesItEnd(report);

        assertThat(officer.sees(report).select("[role=status]").text())
                .isEqualTo("30 of 30 imported. 0 already there, 0 not imported.");
        assertThat(count("register_entry where title like 'Shared %'")).isEqualTo(30);
    }

    @Test
    @DisplayName("names a response that cannot be stored, and goes on with the others")
    void notStored() {
        String report = officer.checks(responses("Partly", 3));
        database.update("delete from earlier_import_file where name = 'r2.pdf'");
        officer.presses(report, "/import");

        IntStream.rangeClosed(1, 9).forEach(minute -> minutePasses());
        assertThat(officer.sees(report).select("[role=status]").text()).isEqualTo("2 of 3 done");
        minutePasses();
        minutePasses();
        officer.seesItEnd(report);

        assertThat(officer.line(report, 3))
                .containsExactly(
                        "Partly 2",
                        "Not imported",
                        "It could not be stored. An administrator finds the reason in the log.");
        assertThat(count("register_entry where title like 'Partly %'")).isEqualTo(2);
    }

    @Test
    @DisplayName("stores a response as soon as a fault has passed, with its files")
    void faultPasses() {
        String report = officer.checks(responses("Recovered", 3));
        database.update("update earlier_import_file set format = 'none' where name = 'r1.pdf'");
        officer.presses(report, "/import");
        assertThat(steps.next()).isFalse();
        minutePasses();
        assertThat(count("register_entry where title like 'Recovered %'")).isEqualTo(2);

        database.update("update earlier_import_file set format = 'pdf' where name = 'r1.pdf'");
        minutePasses();
        officer.seesItEnd(report);

        assertThat(officer.sees(report).select("[role=status]").text())
                .isEqualTo("3 of 3 imported. 0 already there, 0 not imported.");
        assertThat(count("imported_file where reference like '2015-07-19-recovered-%'"))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("leaves alone what somebody else has put into the register since the check")
    void meanwhile() {
        String report = officer.checks(responses("Meanwhile", 2));
        database.update("""
                insert into register_entry (reference, edition, title, inspection_type, report_published_on,
                    published_on, published_at, updated_at, imported_at, searched)
                select '2015-07-19-meanwhile-1', 0, 'Of another report', 'PEEL', report_published_on,
                    published_on, current_timestamp, current_timestamp, current_timestamp, ''
                from earlier_import_line where title = 'Meanwhile 1'
                """);
        officer.presses(report, "/import");
        new ContinueImports(steps).goOn();
        officer.seesItEnd(report);

        assertThat(officer.line(report, 2).get(2)).contains("has been given to another response since the check");
        assertThat(officer.line(report, 3).get(1)).isEqualTo("Imported");
    }

    @Test
    @DisplayName("says why it cannot end where the export folder cannot be written, and ends as soon as it can")
    void exportFolder() throws IOException {
        FileSystemUtils.deleteRecursively(EXPORTED_TO);
        Files.writeString(EXPORTED_TO, "A file in the place of the folder");
        String report = officer.checks(responses("Exported", 1));
        officer.presses(report, "/import");
        assertThat(steps.next()).isTrue();
        assertThat(steps.next()).isFalse();

        assertThat(officer.sees(report).select(".problem").text())
                .contains("All responses are in the register", "could not be written", "tried again each minute");

        Files.delete(EXPORTED_TO);
        new ContinueImports(steps).goOn();
        officer.seesItEnd(report);
        assertThat(officer.sees(report).select(".problem")).isEmpty();
        assertThat(EXPORTED_TO.resolve("2015-07-19-exported-1/response.pdf")).exists();
    }

    @Test
    @DisplayName("takes the folder on the server, with the folders in it")
    void folder() throws IOException {
        Files.writeString(
                IMPORTED_FROM.resolve("list.csv"),
                Parcel.HEADER + "From the folder,19 July 2015,PEEL,1 September 2015,,r.pdf,\n"
                        + "Not there,19 July 2015,PEEL,1 September 2015,,other.pdf,\n");
        Files.write(IMPORTED_FROM.resolve("documents/r.pdf"), Parcel.pdf("From the folder"));

        String report = Importer.led(officer.presses(Importer.PAGE, "/check-folder"));

        assertThat(officer.line(report, 2).get(1)).isEqualTo("Will be imported");
        assertThat(officer.line(report, 3).get(2)).contains("there is no file \u201Cother.pdf\u201D in the folder");
        officer.presses(report, "/import");
        new ContinueImports(steps).goOn();
        officer.seesItEnd(report);
        assertThat(new Visitor(port)
                        .downloads("/responses/2015-07-19-from-the-folder/response.pdf")
                        .body())
                .isEqualTo(Parcel.pdf("From the folder"));
    }

    @Test
    @DisplayName("refuses a file that is larger than the office allows, as it is or unpacked")
    void tooLarge() {
        HttpResponse<String> answer = officer.sends("a.zip", new byte[1024 * 1024 + 1]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(answer.body()).select(".problem a").text())
                .isEqualTo("File: it must have at most 1 MB. Send it in several parts.");
        Parcel bomb = new Parcel();
        for (int number = 1; number <= 3; number++) {
            bomb.file("b" + number + ".pdf", Arrays.copyOf(Parcel.pdf("Bomb"), 1024 * 1024))
                    .line("Bomb " + number + ",2018-07-19,PEEL,2018-09-01,,b" + number + ".pdf,");
        }
        HttpResponse<String> unpacked = officer.sends("a.zip", bomb.packed());
        assertThat(unpacked.statusCode()).isEqualTo(413);
        assertThat(unpacked.body()).contains("have more than 2 MB, unpacked");
        assertThat(count("earlier_import_file")).isZero();
        assertThat(officer.sends("a.zip", "PK".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
    }
}
