package uk.opcc.inspectionresponse.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import uk.opcc.inspectionresponse.Visitor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:openid",
            "camunda.bpm.job-execution.enabled=false",
            "office.sign-in.groups.[0f9b-policy]=policy-officers",
            "office.sign-in.groups.[0f9b-management]=managers",
            "spring.security.oauth2.client.registration.office.client-id=inspection-response",
            "spring.security.oauth2.client.registration.office.client-secret=secret",
            "spring.security.oauth2.client.registration.office.client-name=the office's account",
            "spring.security.oauth2.client.registration.office.scope=openid,profile",
            "spring.security.oauth2.client.provider.office.user-name-attribute=preferred_username",
            // A second one, which is down from the start on, and one that is asked for no OpenID Connect.
            "spring.security.oauth2.client.registration.other.client-id=inspection-response",
            "spring.security.oauth2.client.registration.other.client-secret=secret",
            "spring.security.oauth2.client.provider.other.issuer-uri=http://localhost:1/other",
            "spring.security.oauth2.client.registration.bare.client-id=inspection-response",
            "spring.security.oauth2.client.registration.bare.client-secret=secret",
            "spring.security.oauth2.client.registration.bare.scope=profile",
            "spring.security.oauth2.client.registration.bare.provider=office",
        })
@DisplayName("With OpenID Connect")
class OpenIdConnectSignInTest {

    private static final MockOAuth2Server PROVIDER = provider();
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final IdentityService identity;
    private final int port;

    @Autowired
    OpenIdConnectSignInTest(IdentityService identity, @LocalServerPort int port) {
        this.identity = identity;
        this.port = port;
    }

    private static MockOAuth2Server provider() {
        MockOAuth2Server server = new MockOAuth2Server();
        server.start();
        // On a busy machine its first answer takes longer than a person would wait.
        new Visitor(server.url("/").port()).sees("/office/.well-known/openid-configuration");
        return server;
    }

    @DynamicPropertySource
    static void whereItIs(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.security.oauth2.client.provider.office.issuer-uri",
                () -> PROVIDER.issuerUrl("office").toString());
        int free = TestSocketUtils.findAvailableTcpPort();
        registry.add("server.port", () -> free);
        registry.add("office.url", () -> "http://localhost:" + free + "/");
    }

    @AfterAll
    static void close() {
        PROVIDER.shutdown();
    }

    private static void theProviderSays(String subject, String name, Object groups) {
        theProviderSays(subject, Map.of("preferred_username", name, "groups", groups), 3600);
    }

    private static void theProviderSays(String subject, Map<String, Object> claims, long validForSeconds) {
        Map<String, Object> all = new HashMap<>(Map.of("given_name", "Sam", "family_name", "Adeyemi"));
        all.putAll(claims);
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                "office", subject, JOSEObjectType.JWT.getType(), List.of("inspection-response"), all, validForSeconds));
    }

    private String refusal() {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.ALWAYS);
        String page = visitor.sees("/oauth2/authorization/office").body();
        assertThat(visitor.sees("/audit").body()).contains("User name");
        return page;
    }

    private static ClientRegistration registration() {
        return ClientRegistration.withRegistrationId("office")
                .clientId("inspection-response")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri("https://provider.example/token")
                .build();
    }

    private static String state(HttpResponse<String> way) {
        return way.headers().firstValue("Location").orElseThrow().replaceAll(".*[?&]state=([^&]*).*", "$1");
    }

    private String who(Visitor visitor) {
        visitor.sees(TASKLIST);
        return visitor.sees("/camunda/api/admin/auth/user/default").body();
    }

    private Visitor signsIn() {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.ALWAYS);
        visitor.sees("/oauth2/authorization/office");
        return visitor;
    }

    @Test
    @DisplayName("the sign-in page leads to the provider")
    void link() {
        assertThat(new Visitor(port).sees("/sign-in").body())
                .contains("Sign in with the office&#39;s account", "href=\"/oauth2/authorization/office\"");
    }

    @Test
    @DisplayName("the provider sends people back to the configured address, whatever address they were at")
    void back() {
        Visitor elsewhere = new Visitor(port);
        assertThat(elsewhere
                        .asks(HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/oauth2/authorization/office"))
                                .header("X-Forwarded-Host", "evil.example")
                                .header("X-Forwarded-Proto", "https"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location)
                        .startsWith(PROVIDER.issuerUrl("office").toString())
                        .contains("redirect_uri=http://localhost:" + port + "/login/oauth2/code/office&"));
    }

    @Test
    @DisplayName("a provider that is not configured is a page that does not exist")
    void unknownProvider() {
        assertThat(new Visitor(port).sees("/oauth2/authorization/another").statusCode())
                .isEqualTo(302);
        assertThat(new Visitor(port)
                        .sees("/login/oauth2/code/another?code=a&state=b")
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    @DisplayName("a person signs in with the provider and has the roles of the groups in the token")
    void signsInWithRoles() {
        theProviderSays("subject-1", "sam", List.of("0f9b-policy", "something-else"));
        Visitor visitor = signsIn();
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(visitor.sees("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"sam\"");
        assertThat(groups("sam")).containsExactly("policy-officers");
        assertThat(identity.createUserQuery().userId("sam").singleResult().getFirstName())
                .isEqualTo("Sam");
        assertThat(visitor.sees("/audit").statusCode()).isEqualTo(403);

        theProviderSays("subject-1", "sam", List.of("0f9b-management"));
        assertThat(signsIn().sees("/audit").statusCode()).isEqualTo(200);
        assertThat(groups("sam")).containsExactly("managers");
    }

    @Test
    @DisplayName("whom no group gives a role can't sign in")
    void noRole() {
        theProviderSays("subject-2", "guest", List.of("something-else"));
        Visitor visitor = signsIn();
        assertThat(visitor.sees("/audit").body()).contains("Sign in");
        assertThat(identity.createUserQuery().userId("guest").count()).isZero();
    }

    @Test
    @DisplayName("nobody takes over another user by the name: neither the application's nor the provider's own")
    void names() {
        theProviderSays("subject-3", "admin", List.of("0f9b-management"));
        assertThat(signsIn().sees("/audit").body()).contains("Sign in");
        assertThat(groups("admin")).containsExactly("camunda-admin");

        theProviderSays("subject-4", "kim", List.of("0f9b-policy"));
        signsIn();
        theProviderSays("subject-5", "kim", List.of("0f9b-management"));
        assertThat(signsIn().sees("/audit").body()).contains("Sign in");
        assertThat(groups("kim")).containsExactly("policy-officers");
    }

    @Test
    @DisplayName("a user of the provider has no password here")
    void noPassword() {
        theProviderSays("subject-6", "alex", List.of("0f9b-policy"));
        signsIn();
        User user = identity.createUserQuery().userId("alex").singleResult();
        user.setPassword("set by somebody");
        identity.saveUser(user);
        assertThat(new Visitor(port)
                        .asks("alex", "set by somebody", "GET", "/engine-rest/task", null)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("a guest's name with #EXT# is a user's name")
    void guest() {
        String name = "jane_o'other.example#EXT#@opcc.onmicrosoft.example";
        theProviderSays("subject-7", name, "0f9b-policy");
        assertThat(who(signsIn())).contains("\"userId\":\"" + name + "\"");
    }

    @Test
    @DisplayName("a person with a new name stays the same user, and two spellings of a name are not two users")
    void onePerson() {
        theProviderSays("subject-8", "lee@opcc.example", List.of("0f9b-policy"));
        signsIn();
        theProviderSays("subject-8", "lee.new@opcc.example", List.of("0f9b-policy"));
        assertThat(who(signsIn())).contains("\"userId\":\"lee@opcc.example\"");
        assertThat(identity.createUserQuery().userId("lee.new@opcc.example").count())
                .isZero();

        theProviderSays("subject-9", "Lee@opcc.example", List.of("0f9b-policy"));
        assertThat(refusal()).contains("belongs to the user &#39;lee@opcc.example&#39; already");
        assertThat(identity.createUserQuery().userId("Lee@opcc.example").count())
                .isZero();
    }

    @Test
    @DisplayName("a user of an earlier release is taken over by the subject, whatever the name is now")
    void earlierRelease() {
        identity.saveUser(identity.newUser("ola"));
        identity.setUserInfo("ola", "directory", PROVIDER.issuerUrl("office") + " subject-10");
        theProviderSays("subject-10", "ola.new", List.of("0f9b-policy"));
        assertThat(who(signsIn())).contains("\"userId\":\"ola\"");
    }

    @Test
    @DisplayName("a token that does not list the groups is said to be that, and one without groups too")
    void noGroups() {
        theProviderSays(
                "subject-11",
                Map.of(
                        "preferred_username",
                        "many",
                        "_claim_names",
                        Map.of("groups", "src1"),
                        "_claim_sources",
                        Map.of("src1", Map.of("endpoint", "https://graph.example/getMemberObjects"))),
                3600);
        assertThat(refusal()).contains("in so many groups that the provider does not tell us which");
        theProviderSays("subject-12", Map.of("preferred_username", "none"), 3600);
        assertThat(refusal()).contains("The provider did not tell us any groups of yours");
        theProviderSays("subject-13", "other", List.of("something-else"));
        assertThat(refusal()).contains("None of your groups in the directory gives you a role here");
    }

    @Test
    @DisplayName("who has left all groups has no role left")
    void leaver() {
        theProviderSays("subject-14", "leaver", List.of("0f9b-policy"));
        signsIn();
        theProviderSays("subject-14", Map.of("preferred_username", "leaver"), 3600);
        refusal();
        assertThat(groups("leaver")).isEmpty();
    }

    @ParameterizedTest(name = "issued {0}, valid from {1} to {2} seconds from now: {3}")
    @CsvSource({
        "-3600, -3600, -100, true",
        "-3600, -3600, -140, false",
        "100, 100, 3600, true",
        "140, 100, 3600, false",
        "100, 140, 3600, false",
    })
    @DisplayName("the provider's clock may differ by two minutes, and by no more")
    void clocks(int issued, int from, int to, boolean isBelieved) {
        Instant now = Instant.now();
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .issuer("https://provider.example")
                .audience(List.of("inspection-response"))
                .subject("subject")
                .issuedAt(now.plusSeconds(issued))
                .notBefore(now.plusSeconds(from))
                .expiresAt(now.plusSeconds(to))
                .build();
        assertThat(IdTokens.validator(registration()).validate(token).hasErrors())
                .isNotEqualTo(isBelieved);
    }

    @Test
    @DisplayName("a token without the user name is refused in words")
    void noName() {
        theProviderSays("subject-16", Map.of("groups", List.of("0f9b-policy")), 3600);
        assertThat(refusal()).contains("your user name (preferred_username)");
    }

    @Test
    @DisplayName("a provider that is down, unknown or asked for no OpenID Connect gives the sign-in page with words")
    void down() {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.ALWAYS);
        assertThat(visitor.sees("/oauth2/authorization/other").body())
                .contains("The directory does not answer", "Sign in with other");
        assertThat(visitor.sees("/oauth2/authorization/unknown").body()).contains("There is no such way to sign in");
        theProviderSays("subject-17", "admin", List.of("0f9b-policy"));
        CookieManager cookies = new CookieManager();
        String state = state(new Visitor(port, cookies).sees("/oauth2/authorization/bare"));
        assertThat(new Visitor(port, HttpClient.Redirect.ALWAYS, cookies)
                        .sees("/login/oauth2/code/bare?code=any&state=" + state)
                        .body())
                .contains("not set up completely");
        visitor.signsIn("admin", "for-tests");
        assertThat(visitor.sees("/audit").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "?error=access_denied&state=STATE | did not agree to it",
                "?error=server_error&error_description=<b>&state=STATE | Try again in a while",
                "?code=expired&state=STATE | again",
                "?code=expired&state=another | took too long",
                "?error=access_denied | again",
                "?code=&state= | again",
                "?state=STATE | again",
                "'' | again",
            })
    @DisplayName("whatever comes back from the provider that is no sign-in, the sign-in page says so")
    void back(String answer, String words) {
        CookieManager cookies = new CookieManager();
        String state = state(new Visitor(port, cookies).sees("/oauth2/authorization/office"));
        HttpResponse<String> page = new Visitor(port, HttpClient.Redirect.ALWAYS, cookies)
                .sees("/login/oauth2/code/office"
                        + answer.replace("STATE", state).replace("<", "%3C").replace(">", "%3E"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("role=\"alert\"", words).doesNotContain("<b>");
    }

    @Test
    @DisplayName("signing out ends the provider's session too, and leads back to the sign-in page")
    void signOut() {
        for (String from : List.of("/audit", TASKLIST)) {
            CookieManager cookies = new CookieManager();
            Visitor visitor = new Visitor(port, HttpClient.Redirect.ALWAYS, cookies);
            theProviderSays("subject-18", "departing", List.of("0f9b-management"));
            visitor.sees("/oauth2/authorization/office");
            String page = visitor.sees(from).body();
            HttpRequest.Builder signOut = from.equals(TASKLIST)
                    ? visitor.request("/camunda/api/admin/auth/user/default/logout")
                            .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").getValue())
                            .POST(HttpRequest.BodyPublishers.noBody())
                    : visitor.request("/sign-out")
                            .header("Sec-Fetch-Mode", "navigate")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "_csrf=" + page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1")));
            Visitor step = new Visitor(port, cookies);
            assertThat(step.asks(signOut).statusCode()).isIn(200, 204, 302);
            assertThat(step.sees("/sign-in").body())
                    .contains("http-equiv=\"refresh\"", "0;url=" + PROVIDER.endSessionEndpointUrl("office"))
                    .contains("id_token_hint=", "post_logout_redirect_uri=http://localhost:" + port + "/sign-in");
            assertThat(step.sees("/sign-in").body()).contains("User name");
            assertThat(step.sees(TASKLIST).statusCode()).isEqualTo(302);
        }
    }

    @Test
    @DisplayName("the groups may be a list, a single name, or inside another claim")
    void groupsInTokens() {
        assertThat(GroupsInToken.of(Map.of("groups", List.of("a", "b")), "groups")
                        .names())
                .containsExactly("a", "b");
        assertThat(GroupsInToken.of(Map.of("groups", "a"), "groups").names()).containsExactly("a");
        assertThat(GroupsInToken.of(Map.of("realm_access", Map.of("roles", List.of("a"))), "realm_access.roles")
                        .names())
                .containsExactly("a");
        assertThat(GroupsInToken.of(Map.of("https://opcc.example/groups", List.of("a")), "https://opcc.example/groups")
                        .names())
                .containsExactly("a");
        assertThat(GroupsInToken.of(Map.of("hasgroups", true), "groups").state())
                .isEqualTo(GroupsInToken.State.TOO_MANY);
        assertThat(GroupsInToken.of(Map.of("hasgroups", true), "roles").state()).isEqualTo(GroupsInToken.State.MISSING);
        assertThat(GroupsInToken.of(Map.of("groups", List.of()), "groups").state())
                .isEqualTo(GroupsInToken.State.LISTED);
    }

    @Test
    @DisplayName("a provider that was down is asked again by the next person, and one that has answered is not")
    void askedAgain() {
        List<String> asked = new ArrayList<>();
        ClientRegistration known = registration();
        OpenIdConnectProvider provider = new OpenIdConnectProvider("office", "Office", () -> {
            asked.add("asked");
            if (asked.size() == 1) {
                throw new IllegalArgumentException("Connection refused");
            }
            return known;
        });
        assertThatThrownBy(provider::registration).isInstanceOf(InternalAuthenticationServiceException.class);
        assertThat(provider.registration()).isEqualTo(known);
        assertThat(provider.registration()).isEqualTo(known);
        assertThat(asked).hasSize(2);
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
