package uk.opcc.inspectionresponse.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OfficeServer
@DisplayName("Redirects")
class RedirectsTest {

    private static final String OFFICER = Groups.POLICY_OFFICERS;
    private static final String NO_COOKIE = "";

    private static final List<String> PAGES = List.of(
            "/",
            "/camunda",
            "/camunda/",
            "/camunda/app",
            "/camunda/app/",
            "/camunda/app/tasklist",
            "/camunda/app/tasklist/",
            "/camunda/app/tasklist/default",
            "/camunda/app/cockpit",
            "/camunda/app/cockpit/",
            "/camunda/app/welcome/default/",
            "/camunda/index.html",
            "/camunda/app/index.html",
            "/notices",
            "/notices/tasks/17",
            "/audit",
            "/audit/",
            "/responses/",
            "/engine-rest",
            "/engine-rest/",
            "/sign-out",
            "/login/oauth2/code/office?code=a&state=b",
            "/oauth2/authorization/office",
            "/oauth2/authorization/",
            "/no-such-page",
            "/error",
            "/.evil.example",
            "/@evil.example",
            "/evil.example/%2f..",
            "//evil.example",
            "//evil.example/..",
            "/\\evil.example",
            "///evil.example/camunda",
            "/;//evil.example");

    /** Each names the site of a stranger where a server may look for its own address. */
    private static final List<String> ADDRESSES = List.of(
            "Host: evil.example",
            "Host: evil.example:443",
            "Host: [2001:db8::1]:8080",
            "Host: localhost\r\nX-Forwarded-Host: evil.example",
            "Host: localhost\r\nX-Forwarded-Host: evil.example, evil.example",
            "Host: localhost\r\nX-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https",
            "Host: localhost\r\nX-Forwarded-Proto: javascript",
            "Host: localhost\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: 6666",
            "Host: localhost\r\nX-Forwarded-Server: evil.example\r\nX-Original-Host: evil.example",
            "Host: localhost\r\nX-Forwarded-Prefix: //evil.example",
            "Host: localhost\r\nX-Original-URL: //evil.example\r\nX-Rewrite-URL: //evil.example",
            "Host: localhost\r\nForwarded: for=198.51.100.7;host=evil.example;proto=https");

    private final IdentityService identity;
    private final int port;

    @Autowired
    RedirectsTest(IdentityService identity, @LocalServerPort int port) {
        this.identity = identity;
        this.port = port;
    }

    @BeforeEach
    void staff() {
        Staff.employ(identity);
    }

    @TestFactory
    @DisplayName("follow no address of a stranger, before the sign-in and after it")
    Stream<DynamicTest> followNoStranger() {
        Visitor officer = new Visitor(port);
        Staff.employ(identity);
        officer.signsIn(OFFICER, Staff.password(OFFICER));
        String session = "Cookie: JSESSIONID=" + officer.cookie("JSESSIONID").getValue() + "\r\n";
        List<DynamicTest> tests = new ArrayList<>();
        for (String address : ADDRESSES) {
            tests.add(DynamicTest.dynamicTest(address.replace("\r\n", "; "), () -> {
                for (String page : PAGES) {
                    for (String cookie : List.of(NO_COOKIE, session)) {
                        leadsNowhereElse("GET " + page + " HTTP/1.1\r\n" + address + "\r\n" + cookie);
                        leadsNowhereElse("GET " + page + " HTTP/1.0\r\n" + address + "\r\n" + cookie);
                    }
                }
            }));
        }
        return tests.stream();
    }

    private void leadsNowhereElse(String request) throws IOException {
        try (RawConnection connection =
                RawConnection.sending(port, request + "Accept: text/html\r\nConnection: close\r\n\r\n")) {
            String head = connection.head();
            assertThat(RawConnection.status(head)).as(request + head).isBetween(200, 499);
            assertThat(head).as(request).doesNotContain("evil.example/", "evil.example:", "evil.example\r");
            assertThat(RawConnection.values(head, "Location"))
                    .as(request)
                    .allSatisfy(location -> assertThat(location).matches("/([^/\\\\].*)?"));
        }
    }

    @Test
    @DisplayName("lead to the page that was wanted, but not to the address under which it was wanted")
    void afterTheSignIn() throws IOException {
        String wanted = exchange("GET /notices?a=b HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n\r\n");
        String session = cookie(wanted);
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(new Visitor(port)
                        .asks(new Visitor(port).request("/sign-in").header("Cookie", session))
                        .body());
        assertThat(token.find()).isTrue();
        String form = "username=" + OFFICER + "&password="
                + Staff.password(OFFICER).replace(' ', '+') + "&_csrf=" + token.group(1);
        String signedIn = exchange("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: " + session
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form);

        assertThat(RawConnection.status(signedIn)).isEqualTo(302);
        assertThat(RawConnection.values(signedIn, "Location")).containsExactly("/notices?a=b");
    }

    @Test
    @DisplayName("are not given to a request that names no address or several, or one that is none: it is refused")
    void noAddress() throws IOException {
        for (String address : List.of(
                "",
                "Host: a\r\nHost: b\r\n",
                "Host: a b\r\n",
                "Host: a,b\r\n",
                "Host: evil.example/x\r\n",
                "Host: evil.example\\x\r\n",
                "Host: user@evil.example\r\n",
                "Host: evil.example:port\r\n",
                "Host: evil.example:99999999999\r\n",
                "Host: [::\r\n",
                "Host: <script>\r\n",
                "Host: \u00e9\r\n",
                "Host: a\u0000b\r\n",
                "Host: a\r\nX-Forwarded-Host: a b\r\nTransfer-Encoding: nonsense\r\n",
                "Host: a\r\nBad Header\r\n: x\r\n")) {
            assertThat(RawConnection.status(exchange("GET /notices HTTP/1.1\r\n" + address + "\r\n")))
                    .as(address)
                    .isIn(302, 400, 401, 501);
        }
        for (String forwarded : List.of(
                "X-Forwarded-Host: a b",
                "X-Forwarded-Host: [::",
                "X-Forwarded-Port: port",
                "X-Forwarded-Port: 99999999999",
                "X-Forwarded-Port: -1",
                "X-Forwarded-For: no address",
                "X-Forwarded-For: ,,,",
                "X-Forwarded-Proto: \u00e9",
                "X-Forwarded-Proto: https, http")) {
            assertThat(RawConnection.status(
                            exchange("GET /responses HTTP/1.1\r\nHost: localhost\r\n" + forwarded + "\r\n\r\n")))
                    .as(forwarded)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @DisplayName("are cut down to their path")
    @CsvSource({
        "/notices?saved, /notices?saved",
        "http://evil.example/notices?to=http://a, /notices?to=http://a",
        "HTTPS://evil.example:8443/a, /a",
        "//evil.example/a, /a",
        "///evil.example/a, /a",
        "/\\evil.example/a, /a",
        "http://evil.example, /",
        "http://evil.example//other.example/a, /other.example/a",
        "http://evil.example?a=b, /?a=b",
        "javascript://evil.example/a, /a",
    })
    void paths(String location, String path) {
        assertThat(RelativeRedirects.path(location)).isEqualTo(path);
    }

    @Test
    @DisplayName("and answers of the engine's interfaces are kept by nobody, what its screens are made of is")
    void caching() {
        Visitor officer = new Visitor(port);
        officer.signsIn(OFFICER, Staff.password(OFFICER));
        Visitor nobody = new Visitor(port);
        for (String path : List.of(
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task/no-such-task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/no-such-thing",
                "/camunda/api//engine",
                "/camunda/api/engine/engine/no-such-engine/task",
                "/engine-rest/task",
                "/engine-rest/no-such-thing",
                "/engine-rest/task/;x")) {
            for (Visitor visitor : List.of(officer, nobody)) {
                for (String method : List.of("GET", "POST", "OPTIONS", "PUT", "DELETE")) {
                    Map<String, List<String>> headers = visitor.asks(visitor.request(path)
                                    .header("Authorization", Visitor.basic(OFFICER, Staff.password(OFFICER)))
                                    .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()))
                            .headers()
                            .map();
                    assertThat(headers.get("cache-control")).as(method + path).containsExactly("no-store");
                    assertThat(headers).as(method + path).doesNotContainKeys("expires", "pragma");
                }
            }
        }
        assertThat(officer.sees("/camunda/app/tasklist/styles/styles.css")
                        .headers()
                        .firstValue("Cache-Control"))
                .isNotEqualTo("no-store");
    }

    private String exchange(String request) throws IOException {
        try (RawConnection connection = RawConnection.sending(port, request)) {
            return connection.head();
        }
    }

    private static String cookie(String head) {
        return RawConnection.values(head, "Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
    }
}
