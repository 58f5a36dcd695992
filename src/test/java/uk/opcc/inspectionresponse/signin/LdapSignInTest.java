package uk.opcc.inspectionresponse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.opcc.inspectionresponse.Visitor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ldap",
            "camunda.bpm.job-execution.enabled=false",
            "office.sign-in.ldap.user-base=ou=people",
            "office.sign-in.ldap.group-base=ou=groups",
            "office.sign-in.ldap.reader=cn=reader,dc=opcc,dc=example",
            "office.sign-in.ldap.password=reader's password",
        })
@DisplayName("With an LDAP directory")
class LdapSignInTest {

    private static final InMemoryDirectoryServer DIRECTORY = directory();
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final IdentityService identity;
    private final int port;

    @Autowired
    LdapSignInTest(IdentityService identity, @LocalServerPort int port) {
        this.identity = identity;
        this.port = port;
    }

    private static InMemoryDirectoryServer directory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=opcc,dc=example");
            config.addAdditionalBindCredentials("cn=reader,dc=opcc,dc=example", "reader's password");
            config.setSchema(null);
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: dc=opcc,dc=example", "objectClass: domain", "dc: opcc");
            server.add("dn: ou=people,dc=opcc,dc=example", "objectClass: organizationalUnit", "ou: people");
            server.add("dn: ou=groups,dc=opcc,dc=example", "objectClass: organizationalUnit", "ou: groups");
            person(server, "Nadia", "Nadia", "Okafor");
            person(server, "outsider", "Olu", "Sider");
            person(server, "target", "Tara", "Get");
            person(server, "admin", "Ada", "Min");
            group(server, "OPCC Policy Team", "Nadia", "target", "admin");
            group(server, "OPCC Commissioner", "nobody");
            group(server, "Canteen", "outsider", "Nadia");
            server.startListening();
            return server;
        } catch (LDAPException | LDIFException e) {
            throw new AssertionError(e);
        }
    }

    private static void person(InMemoryDirectoryServer server, String uid, String first, String last)
            throws LDAPException, LDIFException {
        server.add(
                "dn: uid=" + uid + ",ou=people,dc=opcc,dc=example",
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + first + " " + last,
                "givenName: " + first,
                "sn: " + last,
                "mail: " + uid + "@opcc.example",
                "userPassword: in the directory");
    }

    private static void group(InMemoryDirectoryServer server, String name, String... members)
            throws LDAPException, LDIFException {
        server.add("dn: cn=" + name + ",ou=groups,dc=opcc,dc=example", "objectClass: groupOfNames", "cn: " + name);
        for (String member : members) {
            server.modify(
                    "cn=" + name + ",ou=groups,dc=opcc,dc=example",
                    new Modification(
                            ModificationType.ADD, "member", "uid=" + member + ",ou=people,dc=opcc,dc=example"));
        }
    }

    @DynamicPropertySource
    static void whereItIs(DynamicPropertyRegistry registry) {
        registry.add(
                "office.sign-in.ldap.url",
                () -> "ldap://localhost:" + DIRECTORY.getListenPort() + "/dc=opcc,dc=example");
        registry.add("office.sign-in.groups.[OPCC Policy Team]", () -> "policy-officers");
        registry.add("office.sign-in.groups.[OPCC Commissioner]", () -> "approvers");
    }

    @AfterAll
    static void close() {
        DIRECTORY.shutDown(true);
    }

    @Test
    @DisplayName("a person signs in with the directory's password and has the roles of the directory's groups")
    void signsIn() throws LDAPException {
        Visitor visitor = new Visitor(port);
        visitor.signsIn("nadia", "in the directory");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(visitor.sees("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"Nadia\"");
        assertThat(groups("Nadia")).containsExactly("policy-officers");
        // Where the mails about tasks go.
        assertThat(identity.createUserQuery().userId("Nadia").singleResult().getEmail())
                .isEqualToIgnoringCase("nadia@opcc.example");
        assertThat(identity.createUserQuery().userId("Nadia").singleResult().getLastName())
                .isEqualTo("Okafor");
        assertThat(visitor.asks("Nadia", "in the directory", "GET", "/engine-rest/task", null)
                        .statusCode())
                .isEqualTo(200);

        Modification member =
                new Modification(ModificationType.ADD, "member", "uid=Nadia,ou=people,dc=opcc,dc=example");
        DIRECTORY.modify("cn=OPCC Commissioner,ou=groups,dc=opcc,dc=example", member);
        DIRECTORY.modify(
                "cn=OPCC Policy Team,ou=groups,dc=opcc,dc=example",
                new Modification(ModificationType.DELETE, "member", "uid=Nadia,ou=people,dc=opcc,dc=example"));
        new Visitor(port).signsIn("nadia", "in the directory");
        assertThat(groups("Nadia")).containsExactly("approvers");
    }

    private java.util.List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    @Test
    @DisplayName("a wrong or an empty password is refused, and so is a name that is a filter")
    void refused() {
        Visitor visitor = new Visitor(port);
        visitor.signsIn("target", "guessed");
        visitor.signsIn("target", "");
        visitor.signsIn("*", "in the directory");
        visitor.signsIn("target)(uid=*", "in the directory");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(visitor.sees("/sign-in?refused").body()).contains("The user name or the password is wrong.");
    }

    @Test
    @DisplayName("whom no group gives a role can't sign in, and is told so")
    void noRole() {
        Visitor visitor = new Visitor(port);
        visitor.signsIn("outsider", "in the directory");
        assertThat(visitor.sees("/sign-in?refused").body()).contains("gives you a role");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(identity.createUserQuery().userId("outsider").count()).isZero();
    }

    @Test
    @DisplayName("nobody takes over a user that the application keeps itself, who still signs in")
    void administrator() {
        Visitor visitor = new Visitor(port);
        visitor.signsIn("admin", "in the directory");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
        visitor.signsIn("Admin", "in the directory");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(groups("admin")).containsExactly("camunda-admin");
    }
}
