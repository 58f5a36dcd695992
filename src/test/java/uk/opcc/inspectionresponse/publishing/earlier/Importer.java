package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;

/** A colleague at the pages where earlier responses are imported. */
final class Importer {

    static final String PAGE = "/earlier-responses";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BOUNDARY = "----x7";

    private final Visitor visitor;

    Importer(int port, String user) {
        visitor = new Visitor(port);
        visitor.signsIn(user, Staff.password(user));
    }

    Document sees(String path) {
        HttpResponse<String> page = visitor.sees(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    /** Sends a file, as the form of the page does. */
    HttpResponse<String> sends(String name, byte[] file) {
        return sends(name, file, "text/html");
    }

    HttpResponse<String> sends(String name, byte[] file, String accepted) {
        String form = sees(PAGE).select("form[enctype]").attr("action");
        return sends(form, name, file, accepted);
    }

    HttpResponse<String> sends(String form, String name, byte[] file, String accepted) {
        return visitor.asks(visitor.request(form)
                .header("Accept", accepted)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(name, file))));
    }

    private static byte[] body(String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Has a file checked, and gives the address of the report. */
    String checks(byte[] file) {
        return led(sends("earlier.zip", file));
    }

    /** Where an answer leads to. */
    static String led(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(Jsoup.parse(answer.body()).select(".problem").text())
                .isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Presses a button of a page. */
    HttpResponse<String> presses(String page, String action) {
        var form = sees(page).select("form[action$=" + action + "]");
        assertThat(form).as("the button " + action + " of " + page).hasSize(1);
        return visitor.sends(
                form.attr("action"),
                "_csrf=" + URLEncoder.encode(form.select("input[name=_csrf]").attr("value"), StandardCharsets.UTF_8));
    }

    /** Imports what was checked, and waits for the end; gives how many were done whenever the page was looked at. */
    List<Integer> imports(String report) {
        presses(report, "/import");
        return seesItEnd(report);
    }

    List<Integer> seesItEnd(String report) {
        List<Integer> seen = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            Document page = sees(report);
            page.select("progress").stream()
                    .map(progress -> Integer.valueOf(progress.attr("value")))
                    .forEach(seen::add);
            return page.select("progress").isEmpty();
        });
        return seen;
    }

    /** Discards what was checked, so that others can check. */
    void discards(String report) {
        led(presses(report, "/discard"));
    }

    /** What the report says of a line: the title, the result and what to know. */
    List<String> line(String report, int line) {
        return sees(report).select("tbody tr").stream()
                .filter(row -> row.select("th").text().equals(String.valueOf(line)))
                .findFirst()
                .orElseThrow()
                .select("td")
                .stream()
                .map(Element::text)
                .toList();
    }
}
