package uk.opcc.inspectionresponse.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OfficeServer
@DisplayName("The users that the application keeps itself")
class AccountsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String FIRST = "given by somebody";
    private static final String OWN = "gravel tuba sonnet";
    private static final String ADMINISTRATOR = Groups.ADMINISTRATORS;

    private final ProcessEngine engine;
    private final IdentityService identity;
    private final SignInDelay delay;
    private final int port;
    private final List<String> employed = new ArrayList<>();

    @Autowired
    AccountsTest(ProcessEngine engine, SignInDelay delay, @LocalServerPort int port) {
        this.engine = engine;
        this.delay = delay;
        this.identity = engine.getIdentityService();
        this.port = port;
    }

    @BeforeEach
    void thereIsAnAdministrator() {
        Staff.employ(identity);
    }

    @AfterEach
    void theyLeave() {
        employed.forEach(identity::deleteUser);
    }

    @Test
    @DisplayName("have passwords with rules that Admin and the REST API give in words")
    void policy() throws IOException {
        JsonNode policy = JSON.readTree(
                administrator("GET", "/identity/password-policy", null).body());
        assertThat(policy.path("rules"))
                .extracting(rule -> rule.path("placeholder").asText())
                .contains("must have at least 12 characters, and at most 256")
                .allSatisfy(words -> assertThat(words).startsWith("must "));

        HttpResponse<String> checked =
                administrator("POST", "/identity/password-policy", json(Map.of("password", "Password123!")));
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(checked.body()).path("valid").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("have passwords of which nobody learns the present one by asking about it")
    void noOracle() throws IOException {
        employ("asked-about");
        HttpResponse<String> asked = administrator(
                "POST",
                "/identity/password-policy",
                json(Map.of("password", Staff.password("asked-about"), "profile", Map.of("id", "asked-about"))));
        assertThat(JSON.readTree(asked.body()).path("valid").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "get no password that is too weak, and whoever gives it reads why: {0}")
    @CsvSource({
        "x, at least 12 characters",
        "'', at least 12 characters",
        "gravel tuba, at least 12 characters",
        "password1234, must not be a common password",
        "qwertyuiop12, must not be a common password",
        "aaaaaaaaaaaa, must not be a common password",
        "gravel tuba weakling, must not contain your name",
        "gravel tuba Norfolk, must not contain your name"
    })
    void weak(String password, String why) {
        HttpResponse<String> created = administrator("POST", "/user/create", newUser("weakling", password));
        assertThat(created.statusCode()).isEqualTo(400);
        assertThat(message(created)).startsWith("Password: it ").contains(why);
        assertThat(identity.createUserQuery().userId("weakling").count()).isZero();

        employ("weakling");
        String before = hash("weakling");
        HttpResponse<String> set = administrator(
                "PUT",
                "/user/weakling/credentials",
                json(Map.of("password", password, "authenticatedUserPassword", Staff.password(ADMINISTRATOR))));
        assertThat(set.statusCode()).isEqualTo(400);
        assertThat(message(set)).contains(password.isEmpty() ? "(password)" : why);
        assertThat(hash("weakling")).isEqualTo(before);

        User user = identity.createUserQuery().userId("weakling").singleResult();
        user.setPassword(password);
        assertThatThrownBy(() -> identity.saveUser(user)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    @DisplayName("of 256 characters in length are enough")
    void longest() {
        HttpResponse<String> created =
                administrator("POST", "/user/create", newUser("long", "gravel tuba ".repeat(10_000)));
        assertThat(created.statusCode()).isEqualTo(400);
        assertThat(message(created)).contains("at most 256");
    }

    @Test
    @DisplayName("replace a password that somebody else has set, before anything else, and go on to what they wanted")
    void first() {
        create("newcomer");
        identity.createMembership("newcomer", Groups.POLICY_OFFICERS);
        Visitor visitor = new Visitor(port);
        visitor.sees("/notices");
        visitor.signsIn("newcomer", FIRST);
        for (String page : List.of(TASKLIST, "/notices", "/camunda/app/admin/default/", "/")) {
            HttpResponse<String> seen = visitor.sees(page);
            assertThat(seen.statusCode()).as(page).isEqualTo(302);
            assertThat(location(seen)).as(page).endsWith("/password");
        }
        HttpResponse<String> tasks = visitor.asks(visitor.request(TASKS));
        assertThat(tasks.statusCode()).isEqualTo(403);
        assertThat(message(tasks)).contains("/password");
        assertThat(rest("newcomer", FIRST, "GET", "/task", null).statusCode()).isEqualTo(403);
        assertThat(rest("newcomer", FIRST, "GET", "/identity/password-policy", null)
                        .statusCode())
                .isEqualTo(200);

        visitor.sees("/notices");
        Document page = Jsoup.parse(visitor.sees("/password").body());
        assertThat(page.select("main").text()).contains("Somebody else has set your password");
        HttpResponse<String> changed = changes(visitor, FIRST, OWN, OWN);
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(location(changed)).contains("/notices");
        assertThat(visitor.sees("/notices").statusCode()).isEqualTo(200);
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(rest("newcomer", OWN, "GET", "/task", null).statusCode()).isEqualTo(200);
        assertThat(rest("newcomer", FIRST, "GET", "/task", null).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("can replace it over REST too, and must do so again when an administrator has set another one")
    void firstOverRest() {
        create("newcomer");
        assertThat(chooses("newcomer", FIRST, FIRST).statusCode())
                .as("the same again")
                .isEqualTo(400);
        assertThat(chooses("newcomer", FIRST, OWN).statusCode()).isEqualTo(204);
        assertThat(rest("newcomer", OWN, "GET", "/task", null).statusCode()).isEqualTo(200);

        administrator(
                "PUT",
                "/user/newcomer/credentials",
                json(Map.of(
                        "password",
                        "set by somebody else",
                        "authenticatedUserPassword",
                        Staff.password(ADMINISTRATOR))));
        assertThat(rest("newcomer", "set by somebody else", "GET", "/task", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(administrator("PUT", "/user/newcomer/profile", json(Map.of("id", "newcomer", "firstName", "New")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(rest("newcomer", "set by somebody else", "GET", "/task", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("are told on the page what is wrong, and nothing is changed")
    void page() {
        employ("typist");
        Visitor visitor = signedIn("typist");
        String before = hash("typist");
        assertThat(problems(changes(visitor, "wrong", OWN, OWN))).contains("this is not your password");
        String current = Staff.password("typist");
        assertThat(problems(changes(visitor, current, "short", "short"))).contains("at least 12 characters");
        assertThat(problems(changes(visitor, current, OWN, OWN + "s"))).contains("type the same new password twice");
        assertThat(problems(changes(visitor, current, current, current))).contains("different from your current one");
        assertThat(problems(changes(visitor, "", "", ""))).contains("not your password", "at least 12 characters");
        assertThat(visitor.sends("/password", "current=" + current + "&new=" + OWN + "&again=" + OWN)
                        .statusCode())
                .as("forged")
                .isEqualTo(403);
        assertThat(hash("typist")).isEqualTo(before);
    }

    @Test
    @DisplayName("wait after wrong passwords on the page and in Admin as at the sign-in")
    void delayEverywhere() {
        employ("guesser");
        Visitor visitor = signedIn("guesser");
        changes(visitor, "wrong", OWN, OWN);
        SignInTest.guess(delay, "guesser");
        assertThat(problems(changes(visitor, Staff.password("guesser"), OWN, OWN)))
                .contains("Wait a minute");
        HttpResponse<String> inAdmin = put(
                visitor,
                "guesser",
                json(Map.of("password", OWN, "authenticatedUserPassword", Staff.password("guesser"))));
        assertThat(inAdmin.statusCode()).isEqualTo(429);
        assertThat(rest("guesser", Staff.password("guesser"), "GET", "/task", null)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("do not become somebody else by a profile, nor overwrite one")
    void profile() {
        employ("victim");
        employ("borrower");
        String before = hash("victim");
        for (String body : List.of(json(Map.of("id", "victim", "firstName", "B")), "{}", "{\"id\": null}", "[]")) {
            assertThat(administrator("PUT", "/user/borrower/profile", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(hash("victim")).isEqualTo(before);
    }

    @Test
    @DisplayName("are signed out everywhere else when they change their password, and stay signed in where they did it")
    void changedPassword() {
        employ("changer");
        Visitor here = signedIn("changer");
        Visitor elsewhere = signedIn("changer");
        assertThat(elsewhere.asks(elsewhere.request(TASKS)).statusCode()).isEqualTo(200);
        String cookie = here.cookie("JSESSIONID").getValue();

        HttpResponse<String> changed = changes(here, Staff.password("changer"), OWN, OWN);

        assertThat(location(changed)).endsWith("/password?changed");
        assertThat(here.cookie("JSESSIONID").getValue()).isNotEqualTo(cookie);
        assertThat(here.sees(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(here.asks(here.request(TASKS)).statusCode()).isEqualTo(200);
        assertSignedOut(elsewhere);
    }

    @Test
    @DisplayName("are so too when they change it in Admin")
    void changedInAdmin() {
        employ("changer");
        Visitor here = signedIn("changer");
        Visitor elsewhere = signedIn("changer");
        assertThat(put(
                                here,
                                "changer",
                                json(Map.of("password", OWN, "authenticatedUserPassword", Staff.password("changer"))))
                        .statusCode())
                .isEqualTo(204);
        assertThat(here.asks(here.request(TASKS)).statusCode()).isEqualTo(200);
        assertSignedOut(elsewhere);
    }

    @Test
    @DisplayName("are signed out when an administrator sets their password")
    void setPassword() {
        employ("forgetful");
        Visitor visitor = signedIn("forgetful");
        administrator(
                "PUT",
                "/user/forgetful/credentials",
                json(Map.of("password", OWN, "authenticatedUserPassword", Staff.password(ADMINISTRATOR))));
        assertSignedOut(visitor);
    }

    @Test
    @DisplayName("are signed out when they lose a group, and have the rights of a new one at once")
    void groups() {
        employ("mover");
        Visitor visitor = signedIn("mover");
        assertThat(visitor.sees("/audit").statusCode()).isEqualTo(403);
        assertThat(visitor.asks(visitor.request("/camunda/api/admin/auth/user/default"))
                        .body())
                .doesNotContain("cockpit");
        administrator("PUT", "/group/" + Groups.MANAGERS + "/members/mover", null);
        assertThat(visitor.sees("/audit").statusCode()).isEqualTo(200);
        assertThat(visitor.sees("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.asks(visitor.request("/camunda/api/admin/auth/user/default"))
                        .body())
                .contains("cockpit");

        administrator("DELETE", "/group/" + Groups.MANAGERS + "/members/mover", null);
        assertSignedOut(visitor);
        Visitor again = signedIn("mover");
        assertThat(again.sees("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("are signed out when they are deleted, also if there is another of that name at once")
    void deleted() {
        employ("leaver");
        Visitor visitor = signedIn("leaver");
        Visitor another = signedIn("leaver");
        administrator("DELETE", "/user/leaver", null);
        assertSignedOut(visitor);
        employ("leaver");
        assertSignedOut(another);
    }

    private void assertSignedOut(Visitor visitor) {
        assertThat(visitor.asks(visitor.request(TASKS)).statusCode()).isEqualTo(401);
        HttpResponse<String> page = visitor.sees(TASKLIST);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(location(page)).contains("/sign-in");
    }

    @Test
    @DisplayName("read why they are signed out, and come back to the page that they wanted")
    void words() {
        employ("reader");
        Visitor visitor = signedIn("reader");
        identity.deleteMembership("reader", Groups.POLICY_OFFICERS);
        HttpResponse<String> refused = visitor.sees("/notices");
        assertThat(location(refused)).endsWith("/sign-in?ended");
        assertThat(visitor.sees("/sign-in?ended").body()).contains("You were signed out");
        assertThat(location(visitor.signsIn("reader", Staff.password("reader"))))
                .contains("/notices");
    }

    @ParameterizedTest(name = "can be called {0}")
    @ValueSource(
            strings = {
                "O'Brien",
                "Jürgen Müller",
                "jane_opcc.example#EXT#@tenant.example",
                "Jane (temporary) [OPCC]",
                "jane+test@opcc.example",
                "王芳",
                "Ольга"
            })
    void names(String name) {
        create(name);
        assertThat(chooses(name, FIRST, OWN).statusCode()).isEqualTo(204);
        for (String group : List.of(Groups.POLICY_OFFICERS, Groups.MANAGERS)) {
            assertThat(administrator("PUT", "/group/" + group + "/members/" + path(name), null)
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(rest(name, OWN, "GET", "/user/" + path(name) + "/profile", null)
                        .body())
                .contains(name);
        Visitor visitor = new Visitor(port);
        visitor.signsIn(name, OWN);
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(visitor.asks(visitor.request("/camunda/api/admin/auth/user/default"))
                        .body())
                .contains(name);

        TheOffice office = new TheOffice(engine);
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        String task = "/task/" + office.task(inspection, "record-findings").getId();
        assertThat(rest(name, OWN, "POST", task + "/claim", json(Map.of("userId", name)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(rest(
                                name,
                                OWN,
                                "POST",
                                task + "/submit-form",
                                json(Map.of(
                                        "variables",
                                        Map.of(
                                                "findings",
                                                Map.of("type", "Json", "value", "{\"keyFindings\": \"One.\"}"),
                                                "findingsNext",
                                                Map.of("value", "none")))))
                        .statusCode())
                .isEqualTo(204);
        String audit = Jsoup.parse(
                        visitor.sees("/audit/" + inspection.getBusinessKey()).body())
                .text();
        assertThat(audit).contains(name);
    }

    @ParameterizedTest(name = "can''t be called {0}, which is said in words")
    @ValueSource(
            strings = {
                "",
                " ",
                "a*",
                "100%",
                "a/b",
                "a\\b",
                "a;b",
                "<b>",
                "a\"b",
                "${1}",
                "a:b",
                " jane",
                "a\u200bb",
                "=1+1"
            })
    void refusedNames(String name) {
        HttpResponse<String> refused = administrator("POST", "/user/create", newUser(name, FIRST));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(refused)).contains("(id)");
        assertThat(identity.createUserQuery().userId(name).count()).isZero();
        HttpResponse<String> tooLong = administrator("POST", "/user/create", newUser("j".repeat(65), FIRST));
        assertThat(message(tooLong)).contains("at most 64 characters");
    }

    @ParameterizedTest(name = "are told apart by more than their letters: no {0} besides Jane")
    @ValueSource(strings = {"jane", "JANE", "Jane", "Ｊane"})
    void namesakes(String name) {
        create("Jane");
        HttpResponse<String> refused = administrator("POST", "/user/create", newUser(name, FIRST));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(refused)).contains("'Jane'");
        identity.deleteUser("Jane");
        assertThat(administrator("POST", "/user/create", newUser(name, FIRST)).statusCode())
                .isEqualTo(204);
        employed.add(name);
    }

    @ParameterizedTest(name = "are not found under any bytes: {0}")
    @ValueSource(strings = {"%00", "a%00b", "%FF%FE", "%ED%A0%80", "%0A", "'%20or%201=1", "*", "%25", "%F0%9F%98%80"})
    void anyBytes(String bytes) {
        Visitor visitor = new Visitor(port);
        Document page = Jsoup.parse(visitor.sees("/sign-in").body());
        String token = encoded(page.select("main input[name=_csrf]").attr("value"));
        String tooLong = bytes.repeat(100_000 / bytes.length());
        assertThat(visitor.sends("/sign-in", "username=" + tooLong + "&password=x&_csrf=" + token)
                        .statusCode())
                .isEqualTo(413);
        for (String name : List.of(bytes, bytes.repeat(3_000 / bytes.length()))) {
            HttpResponse<String> refused =
                    visitor.sends("/sign-in", "username=" + name + "&password=" + name + "&_csrf=" + token);
            assertThat(refused.statusCode()).isEqualTo(302);
            assertThat(location(refused)).endsWith("/sign-in?refused");
        }
        assertThat(rest(URLDecoder.decode(bytes, StandardCharsets.ISO_8859_1), "x", "GET", "/task", null)
                        .statusCode())
                .isEqualTo(401);
    }

    private void employ(String name) {
        Staff.employ(identity, name, Groups.POLICY_OFFICERS);
        employed.add(name);
    }

    /** As an administrator does in Admin. */
    private void create(String name) {
        employed.add(name);
        assertThat(administrator("POST", "/user/create", newUser(name, FIRST)).statusCode())
                .isEqualTo(204);
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port);
        visitor.signsIn(name, Staff.password(name));
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(200);
        return visitor;
    }

    private HttpResponse<String> changes(Visitor visitor, String current, String chosen, String again) {
        Document page = Jsoup.parse(visitor.sees("/password").body());
        return visitor.sends(
                "/password",
                "current=" + encoded(current) + "&new=" + encoded(chosen) + "&again=" + encoded(again) + "&_csrf="
                        + encoded(page.select("main input[name=_csrf]").attr("value")));
    }

    private static String problems(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return Jsoup.parse(answer.body()).select("[role=alert]").text();
    }

    private HttpResponse<String> chooses(String name, String current, String chosen) {
        return rest(
                name,
                current,
                "PUT",
                "/user/" + path(name) + "/credentials",
                json(Map.of("password", chosen, "authenticatedUserPassword", current)));
    }

    private static HttpResponse<String> put(Visitor visitor, String name, String body) {
        return visitor.asks(visitor.request("/camunda/api/engine/engine/default/user/" + name + "/credentials")
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").getValue())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> administrator(String method, String path, String body) {
        return rest(ADMINISTRATOR, Staff.password(ADMINISTRATOR), method, path, body);
    }

    private HttpResponse<String> rest(String user, String password, String method, String path, String body) {
        return new Visitor(port).asks(user, password, method, "/engine-rest" + path, body);
    }

    private String hash(String name) {
        return identity.createUserQuery().userId(name).singleResult().getPassword();
    }

    private static String newUser(String name, String password) {
        return json(Map.of("profile", Map.of("id", name), "credentials", Map.of("password", password)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String message(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("message").asText();
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(String name) {
        return encoded(name).replace("+", "%20");
    }
}
