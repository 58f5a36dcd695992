package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.LinkedMultiValueMap;
import uk.opcc.inspectionresponse.Visitor;

@DisplayName("After a restart of the server")
class SessionsThatLastIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String DRAFT = "/camunda/api/office/drafts/start/inspection-response";

    @TempDir
    private Path data;

    private static Visitor at(ApplicationProcess server, CookieManager cookies) {
        return new Visitor(URI.create(server.address()).getPort(), cookies);
    }

    private static Visitor signsIn(ApplicationProcess server, CookieManager cookies) {
        Visitor person = at(server, cookies);
        person.signsIn("admin", ApplicationProcess.ADMIN_PASSWORD);
        assertThat(person.sees(TASKLIST).statusCode()).isEqualTo(200);
        return person;
    }

    private static HttpResponse<String> types(Visitor person, int after, String title) {
        return person.asks(person.request(DRAFT)
                .header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN").getValue())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        {"person": "admin", "after": %d, "content": "{\\"title\\": \\"%s\\"}"}
                        """.formatted(after, title))));
    }

    @Test
    @DisplayName("people are still signed in and go on with what they type; what cannot be read is asked for again")
    void goOn() {
        List<CookieManager> people = List.of(new CookieManager(), new CookieManager(), new CookieManager());
        ApplicationProcess before = ApplicationProcess.started(data, Map.of());
        try {
            List<Visitor> signedIn =
                    people.stream().map(cookies -> signsIn(before, cookies)).toList();
            assertThat(types(signedIn.get(0), 0, "Custody").statusCode()).isEqualTo(200);
            before.kill();
            keeps(signedIn.get(1), "This is no object.".getBytes(StandardCharsets.UTF_8));
            // Of the application's libraries, but nothing that a sign-in consists of.
            keeps(
                    signedIn.get(2),
                    new SerializingConverter().convert(new LinkedMultiValueMap<>(Map.of("a", List.of(1)))));
        } finally {
            before.kill();
        }

        try (ApplicationProcess after = ApplicationProcess.started(data, Map.of())) {
            Visitor first = at(after, people.get(0));
            HttpResponse<String> saved = types(first, 1, "Custody in Norfolk");
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
            assertThat(first.sees(TASKLIST).statusCode()).isEqualTo(200);
            assertThat(first.sees("/camunda/api/admin/auth/user/default").body())
                    .contains("\"userId\":\"admin\"");
            assertThat(first.sees(DRAFT).body()).contains("Custody in Norfolk");

            for (CookieManager unreadable : people.subList(1, 3)) {
                HttpResponse<String> asked = at(after, unreadable).sees(TASKLIST);
                assertThat(asked.statusCode()).isEqualTo(302);
                assertThat(asked.headers().firstValue("Location"))
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
                signsIn(after, unreadable);
            }
        }
    }

    /** Puts something else in the place of all that is kept of a session, as another release might have kept it. */
    private void keeps(Visitor person, byte[] content) {
        String session = new String(
                Base64.getDecoder().decode(person.cookie("JSESSIONID").getValue()), StandardCharsets.UTF_8);
        assertThat(new JdbcTemplate(new DriverManagerDataSource(
                                "jdbc:h2:file:" + data.resolve("inspection-response"), "sa", ""))
                        .update("""
                                update spring_session_attributes set attribute_bytes = ? where session_primary_id =
                                    (select primary_id from spring_session where session_id = ?)
                                """, content, session))
                .isPositive();
    }
}
