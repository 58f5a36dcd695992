package uk.opcc.inspectionresponse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
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
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                "office",
                subject,
                JOSEObjectType.JWT.getType(),
                List.of("inspection-response"),
                Map.of("preferred_username", name, "given_name", "Sam", "family_name", "Adeyemi", "groups", groups),
                3600));
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

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
