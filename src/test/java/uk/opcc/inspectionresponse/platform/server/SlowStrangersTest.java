package uk.opcc.inspectionresponse.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

/** The server has 200 threads: none of these may take one for longer than a moment. */
@OfficeServer
@DisplayName("A stranger who is slow")
class SlowStrangersTest {

    private static final int CONNECTIONS = 320;
    private static final String OFFICER = Groups.POLICY_OFFICERS;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=x";
    private static final String JSON = "application/json";
    private static final String WRONG = "\r\nAuthorization: " + Visitor.basic("nobody-here", "x");

    private final IdentityService identity;
    private final int port;
    private final List<RawConnection> open = new ArrayList<>();

    @Autowired
    SlowStrangersTest(IdentityService identity, @LocalServerPort int port) {
        this.identity = identity;
        this.port = port;
    }

    @BeforeEach
    void staff() {
        Staff.employ(identity);
    }

    @AfterEach
    void close() {
        open.forEach(RawConnection::close);
    }

    /** The answer, and the beginning of a request whose body never comes to its end. */
    private static Map<String, Integer> bodies() {
        Map<String, Integer> bodies = new LinkedHashMap<>();
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            bodies.put(begun(method, "/responses", FORM), 405);
            bodies.put(begun(method, "/responses/2018-1/response.pdf", JSON), 405);
        }
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            for (String type : List.of(FORM, PARTS, JSON)) {
                bodies.put(begun(method, "/notices", type), 401);
                bodies.put(begun(method, "/camunda/api/engine/engine/default/task", type), 401);
                bodies.put(begun(method, "/engine-rest/task", type), 401);
                bodies.put(begun(method, "/engine-rest/deployment/create", type + WRONG), 401);
            }
            bodies.put(begun(method, "/no-such-page", FORM), 401);
            bodies.put(chunked(method, "/sign-out", FORM), 401);
            bodies.put(chunked(method, "/engine-rest/task", JSON + WRONG), 401);
        }
        bodies.put(begun("POST", "/earlier-responses/check", PARTS), 401);
        bodies.put(chunked("POST", "/earlier-responses/check", PARTS), 401);
        bodies.put(begun("POST", "/camunda/api/admin/auth/user/default/login/tasklist", FORM), 401);
        bodies.put(begun("POST", "/sign-in/", FORM), 401);
        bodies.put(begun("POST", "/sign-in", PARTS), 415);
        bodies.put(begun("POST", "/sign-in", JSON), 415);
        bodies.put(chunked("POST", "/sign-in", FORM), 411);
        bodies.put(begun("POST", "/sign-in", FORM).replace("Length: 500", "Length: 9000"), 413);
        bodies.put(begun("POST", "/sign-in", FORM).replace("Length: 500", "Length: 4000000000"), 413);
        bodies.put(begun("POST", "/sign-in", FORM + "\r\nExpect: 100-continue"), 417);
        bodies.put(begun("POST", "/engine-rest/task", JSON + WRONG + "\r\nExpect: 100-continue"), 401);
        bodies.put(begun("PUT", "/sign-in", FORM), 401);
        for (String page : List.of("/responses", "/responses/feed.atom", "/sign-in", "/actuator/health", "/notices")) {
            bodies.put(begun("GET", page, FORM), 400);
            bodies.put(chunked("HEAD", page, FORM), 400);
        }
        bodies.put(begun("TRACE", "/responses", FORM), 400);
        bodies.put(begun("POST", "/responses/..%2fsign-in", FORM), 400);
        bodies.put(begun("POST", "/sign-in;x", FORM), 401);
        bodies.put(begun("POST", "//sign-in", FORM), 401);
        bodies.put(begun("POST", "/sign-in%zz", FORM), 400);
        bodies.put(begun("POST", "/sign-in", FORM).replace("localhost", "a b"), 400);
        return bodies;
    }

    private static String begun(String method, String path, String type) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: 500\r\n\r\nusername=a";
    }

    private static String chunked(String method, String path, String type) {
        return begun(method, path, type)
                .replace("Content-Length: 500", "Transfer-Encoding: chunked")
                .replace("username=a", "a\r\nusername=a\r\n5");
    }

    @TestFactory
    @DisplayName("is refused in words before the body has come")
    Stream<DynamicTest> refused() {
        return bodies().entrySet().stream()
                .map(body -> DynamicTest.dynamicTest(
                        body.getKey().lines().findFirst().orElseThrow() + " " + body.getValue(), () -> {
                            try (RawConnection connection = RawConnection.sending(port, body.getKey())) {
                                String head = connection.head();
                                assertThat(RawConnection.status(head)).as(head).isEqualTo(body.getValue());
                                assertThat(RawConnection.values(head, "Connection"))
                                        .containsExactly("close");
                            }
                        }));
    }

    @Test
    @DisplayName("or a colleague, whose request is closed to them, is told that the connection ends with the answer")
    void refusedColleague() throws IOException {
        signedIn();
        String request = begun("POST", "/engine-rest/task/create", JSON)
                .replace(
                        "Host: localhost",
                        "Host: localhost\r\nAuthorization: " + Visitor.basic(OFFICER, Staff.password(OFFICER)));
        try (RawConnection connection = RawConnection.sending(port, request)) {
            String head = connection.head();
            assertThat(RawConnection.status(head)).as(head).isEqualTo(403);
            assertThat(RawConnection.values(head, "Connection")).containsExactly("close");
        }
    }

    @Test
    @DisplayName("or a colleague who imports no responses, or has no token, is refused before the file has come")
    void refusedFile() throws IOException {
        Visitor officer = signedIn();
        Visitor approver = new Visitor(port);
        approver.signsIn(Groups.APPROVERS, Staff.password(Groups.APPROVERS));
        String token = Jsoup.parse(approver.sees("/notices").body())
                .select("input[name=_csrf]")
                .attr("value");
        assertThat(token).isNotEmpty();
        Map<String, Visitor> requests =
                Map.of("/earlier-responses/check?_csrf=" + token, approver, "/earlier-responses/check", officer);
        for (Map.Entry<String, Visitor> request : requests.entrySet()) {
            String begun = begun("POST", request.getKey(), PARTS + "\r\nExpect: 100-continue")
                    .replace(
                            "Host: localhost",
                            "Host: localhost\r\nCookie: JSESSIONID="
                                    + request.getValue().cookie("JSESSIONID").getValue());
            try (RawConnection connection = RawConnection.sending(port, begun)) {
                // Were a byte of the body asked for, this would be 100.
                String head = connection.head();
                assertThat(RawConnection.status(head)).as(head).isEqualTo(403);
            }
        }
    }

    @Test
    @DisplayName("with the body of a request keeps nobody else waiting")
    void slowBodies() throws IOException {
        Visitor officer = signedInAndWarm();
        List<String> kinds = new ArrayList<>(bodies().keySet());
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            open.add(RawConnection.sending(port, kinds.get(connection % kinds.size())));
        }
        others(officer);
    }

    @Test
    @DisplayName("with the form of the sign-in keeps nobody else waiting, and is told so in the end")
    void slowSignIn() throws IOException {
        Visitor officer = signedInAndWarm();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            open.add(RawConnection.sending(port, begun("POST", "/sign-in", FORM)));
        }
        others(officer);
        assertThat(open.get(0).status()).isEqualTo(408);
    }

    @Test
    @DisplayName("with the headers of a request keeps nobody else waiting")
    void slowHeaders() throws IOException {
        Visitor officer = signedInAndWarm();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            open.add(RawConnection.sending(
                    port,
                    switch (connection % 3) {
                        case 0 -> "";
                        case 1 -> "GET /resp";
                        default -> "GET /responses HTTP/1.1\r\nHost: loc";
                    }));
        }
        others(officer);
    }

    private Visitor signedIn() {
        Visitor officer = new Visitor(port);
        assertThat(officer.signsIn(OFFICER, Staff.password(OFFICER)).statusCode())
                .isEqualTo(302);
        officer.sees("/camunda/app/tasklist/default/");
        return officer;
    }

    /** Asks for everything once before it counts. */
    private Visitor signedInAndWarm() {
        Visitor officer = signedIn();
        new Visitor(port).sees("/responses");
        officer.sees("/camunda/api/engine/engine/default/task");
        return officer;
    }

    private void others(Visitor officer) {
        answers(new Visitor(port).request("/responses"), 200);
        answers(officer, officer.request("/camunda/api/engine/engine/default/task"), 200);
        answers(
                officer,
                officer.request("/camunda/api/engine/engine/default/task")
                        .header("X-XSRF-TOKEN", officer.cookie("XSRF-TOKEN").getValue())
                        .header("Content-Type", JSON)
                        .POST(HttpRequest.BodyPublishers.ofString("{}")),
                200);
        answers(
                new Visitor(port)
                        .request("/engine-rest/task")
                        .header("Authorization", Visitor.basic(OFFICER, Staff.password(OFFICER)))
                        .header("Content-Type", JSON)
                        .POST(HttpRequest.BodyPublishers.ofString("{}")),
                200);
        long begun = System.nanoTime();
        signedIn();
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }

    private void answers(HttpRequest.Builder request, int status) {
        answers(new Visitor(port), request, status);
    }

    private static void answers(Visitor visitor, HttpRequest.Builder request, int status) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = visitor.asks(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(System.nanoTime() - begun).as("nanoseconds").isLessThan(TimeUnit.SECONDS.toNanos(5));
    }
}
