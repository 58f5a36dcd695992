package uk.opcc.inspectionresponse.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OfficeServer
@DisplayName("Signing in")
class SignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String MINE = "/camunda/api/admin/auth/user/default";

    private final IdentityService identity;
    private final SignInDelay delay;
    private final JdbcClient database;
    private final int port;

    @Autowired
    SignInTest(IdentityService identity, SignInDelay delay, JdbcClient database, @LocalServerPort int port) {
        this.database = database;
        this.identity = identity;
        this.delay = delay;
        this.port = port;
    }

    @BeforeEach
    void thereIsAnOfficer() {
        employ("officer");
    }

    private void employ(String name) {
        Staff.employ(identity, name, Groups.POLICY_OFFICERS);
    }

    @Test
    @DisplayName("comes before every page, and leads to the one that was wanted")
    void leadsToThePage() {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> refused = visitor.sees(TASKLIST);
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));

        HttpResponse<String> signedIn = visitor.signsIn("officer", Staff.password("officer"));
        assertThat(signedIn.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(TASKLIST));
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(visitor.sees(MINE).body()).contains("\"userId\":\"officer\"");
    }

    @Test
    @DisplayName("is refused with a wrong password, in the same words for a name that nobody has")
    void wrongPassword() {
        employ("typist");
        Visitor visitor = new Visitor(port);
        visitor.signsIn("typist", "wrong");
        String known = visitor.sees("/sign-in?refused").body();
        visitor.signsIn("nobody-of-that-name", "wrong");
        String unknown = visitor.sees("/sign-in?refused").body();

        assertThat(known).contains("The user name or the password is wrong.");
        assertThat(unknown).contains("The user name or the password is wrong.");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
    }

    /** Many wrong passwords at one time, so that the delay is the longest. */
    static void guess(SignInDelay delay, String name) {
        List<SignInDelay.Attempt> attempts = new ArrayList<>();
        for (int attempt = 0; attempt < 9; attempt++) {
            attempts.add(delay.begin(name, "127.0.0.1"));
        }
        attempts.forEach(SignInDelay.Attempt::close);
    }

    @Test
    @DisplayName("is delayed after wrong passwords, also for the right one and over REST")
    void delay() {
        employ("target");
        Visitor visitor = new Visitor(port);
        visitor.signsIn("target", "wrong");
        guess(delay, "target");
        visitor.signsIn("target", Staff.password("target"));

        assertThat(visitor.sees("/sign-in?refused").body()).contains("Wait a minute");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(new Visitor(port)
                        .asks("target", Staff.password("target"), "GET", "/engine-rest/task", null)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("is waited for by so many strangers at a time, and ends nobody's session who is signed in")
    void fewStrangers() {
        Visitor officer = new Visitor(port);
        officer.signsIn("officer", Staff.password("officer"));
        List<Visitor> strangers =
                Stream.generate(() -> new Visitor(port)).limit(5).toList();
        strangers.forEach(stranger -> stranger.sees(TASKLIST));
        List<String> sessions = strangers.stream()
                .map(stranger -> stranger.cookie("JSESSIONID").getValue())
                .toList();

        new FewStrangers(database, 3).leave();

        assertThat(database.sql("select count(*) from spring_session where principal_name is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(officer.sees(TASKLIST).statusCode()).isEqualTo(200);
        Visitor first = strangers.get(0);
        Visitor last = strangers.get(4);
        first.sees("/sign-in");
        last.sees("/sign-in");
        assertThat(first.cookie("JSESSIONID").getValue()).isNotEqualTo(sessions.get(0));
        assertThat(last.cookie("JSESSIONID").getValue()).isEqualTo(sessions.get(4));
    }

    @Test
    @DisplayName("gives a new session, whose cookie no script and no other site gets")
    void session() {
        Visitor visitor = new Visitor(port);
        visitor.sees("/sign-in");
        String before = visitor.cookie("JSESSIONID").getValue();
        HttpResponse<String> signedIn = visitor.signsIn("officer", Staff.password("officer"));

        assertThat(visitor.cookie("JSESSIONID").getValue()).isNotEqualTo(before);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        assertThat(new Visitor(port)
                        .asks(new Visitor(port)
                                .request("/sign-in")
                                .header("X-Forwarded-Proto", "https")
                                .header("Accept", "text/html"))
                        .headers())
                .satisfies(headers -> {
                    assertThat(headers.allValues("Set-Cookie"))
                            .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
                    assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
                });
    }

    @Test
    @DisplayName("ends for all pages when somebody signs out in Tasklist's menu, which no other site can do")
    void signOut() {
        Visitor visitor = new Visitor(port);
        visitor.signsIn("officer", Staff.password("officer"));
        visitor.sees(TASKLIST);
        String token = visitor.cookie("XSRF-TOKEN").getValue();
        assertThat(visitor.asks(visitor.request(MINE + "/logout")
                                .header("X-XSRF-TOKEN", token)
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(visitor.asks(visitor.request(MINE)).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("is the only one: Camunda's own is closed")
    void onlyOne() {
        Visitor visitor = new Visitor(port);
        visitor.signsIn("officer", Staff.password("officer"));
        visitor.sees(TASKLIST);
        HttpResponse<String> answer = visitor.asks(visitor.request(MINE + "/login/tasklist")
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").getValue())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=made-up-for-tests")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("with a form that another site made is refused")
    void forged() {
        HttpResponse<String> answer =
                new Visitor(port).sends("/sign-in", "username=officer&password=right&_csrf=guessed");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?expired"));
    }

    @Test
    @DisplayName("works over REST with each request, and a session is no sign-in there")
    void rest() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.asks("officer", Staff.password("officer"), "GET", "/engine-rest/task", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.cookie("JSESSIONID")).isNull();
        visitor.signsIn("officer", Staff.password("officer"));
        HttpResponse<String> withSession = visitor.asks(visitor.request("/engine-rest/task"));
        assertThat(withSession.statusCode()).isEqualTo(401);
        assertThat(withSession.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(visitor.asks(visitor.request("/engine-rest/task").header("Sec-Fetch-Mode", "cors"))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "is not asked for by the health, which tells no details, and only administrators see the other numbers")
    void actuator() {
        Visitor anybody = new Visitor(port);
        assertThat(anybody.asks(anybody.request("/actuator/health")).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(anybody.asks(anybody.request("/actuator/info")).statusCode()).isEqualTo(401);
        Visitor officer = new Visitor(port);
        officer.signsIn("officer", Staff.password("officer"));
        assertThat(officer.sees("/actuator/info").statusCode()).isEqualTo(403);
        Visitor administrator = new Visitor(port);
        administrator.signsIn("admin", "made-up-for-tests");
        assertThat(administrator.sees("/actuator/info").statusCode()).isEqualTo(200);
    }
}
