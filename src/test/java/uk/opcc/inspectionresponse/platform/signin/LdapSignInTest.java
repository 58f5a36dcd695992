package uk.opcc.inspectionresponse.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ldap",
            "camunda.bpm.job-execution.enabled=false",
            // People and groups are looked for at the root of the domain.
            "office.sign-in.ldap.user-base=",
            "office.sign-in.ldap.group-base=",
            "office.sign-in.ldap.stable-ids=objectGUID,entryUUID",
            "office.sign-in.ldap.reader=cn=reader,dc=opcc,dc=example",
            "office.sign-in.ldap.password=reader's password",
        })
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("With an LDAP directory")
class LdapSignInTest {

    private static final ActiveDirectory ACTIVE_DIRECTORY = new ActiveDirectory();
    private static final InMemoryDirectoryServer DIRECTORY = directory();
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final IdentityService identity;
    private final DirectoryAccounts accounts;
    private final JoinAccounts changes;
    private final FollowLdapDirectory follow;
    private final ProcessEngine engine;
    private final int port;

    @Autowired
    LdapSignInTest(
            ProcessEngine engine,
            DirectoryAccounts accounts,
            JoinAccounts changes,
            FollowLdapDirectory follow,
            @LocalServerPort int port) {
        this.engine = engine;
        this.identity = engine.getIdentityService();
        this.accounts = accounts;
        this.changes = changes;
        this.follow = follow;
        this.port = port;
    }

    private static InMemoryDirectoryServer directory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=opcc,dc=example");
            config.addAdditionalBindCredentials("cn=reader,dc=opcc,dc=example", "reader's password");
            config.setSchema(null);
            config.addInMemoryOperationInterceptor(ACTIVE_DIRECTORY);
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: dc=opcc,dc=example", "objectClass: domain", "dc: opcc");
            server.add("dn: ou=people,dc=opcc,dc=example", "objectClass: organizationalUnit", "ou: people");
            server.add("dn: ou=groups,dc=opcc,dc=example", "objectClass: organizationalUnit", "ou: groups");
            server.add("dn: ou=moved,ou=people,dc=opcc,dc=example", "objectClass: organizationalUnit", "ou: moved");
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
                // The first of the two servers is down.
                () -> "ldap://localhost:1/dc=opcc,dc=example ldap://localhost:" + DIRECTORY.getListenPort()
                        + "/dc=opcc,dc=example");
        registry.add("office.sign-in.ldap.user-filter", LdapSignInTest::documentedFilter);
        registry.add("office.sign-in.groups.[OPCC Policy Team]", () -> "policy-officers");
        registry.add("office.sign-in.groups.[OPCC Commissioner]", () -> "approvers");
    }

    /** As administrators read it, but for the attribute in which this directory has the user names. */
    private static String documentedFilter() {
        try {
            Matcher filter = Pattern.compile("`user-filter: \"(.+?)\"`")
                    .matcher(Files.readString(Path.of("docs/administrators.md")));
            assertThat(filter.find()).isTrue();
            return filter.group(1).replace("sAMAccountName", "uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private List<String> groups(String user) {
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "jane_other.example#EXT#@opcc.example",
                "o'brien",
                "Jürgen Müller",
                "Sam (Temp) Adeyemi",
                "Zoë [HQ]",
                "a+b=c, d & e"
            })
    @DisplayName("names of every kind sign in, and are the user's name")
    void names(String name) throws LDAPException {
        hire(name, "Some", "Body");
        Visitor visitor = new Visitor(port);
        visitor.signsIn(name, "in the directory");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(groups(name)).containsExactly("policy-officers");
        assertThat(visitor.asks(name, "in the directory", "GET", "/engine-rest/task", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a/b", "star*star", "${1+1}", "two\\parts", "\"><script>"})
    @DisplayName("a name that no user can have is refused in words")
    void noUserName(String name) throws LDAPException {
        hire(name, "Some", "Body");
        assertThat(refusal(name)).contains("has a character that is not allowed in a user name");
    }

    @Test
    @DisplayName("a name that is too long is refused in words")
    void tooLong() throws LDAPException {
        String name = "n".repeat(65);
        hire(name, "Some", "Body");
        assertThat(refusal(name)).contains("is longer than 64 characters");
    }

    @Test
    @DisplayName("a person stays the same user with a new user name, a new surname and in a new department")
    void sameUser() throws LDAPException {
        hire("maria", "Maria", "Young");
        new Visitor(port).signsIn("MARIA", "in the directory");
        assertThat(groups("maria")).containsExactly("policy-officers");

        DIRECTORY.modify(
                "uid=maria,ou=people,dc=opcc,dc=example",
                new Modification(ModificationType.REPLACE, "sn", "Old"),
                new Modification(ModificationType.REPLACE, "mail", "maria.old@opcc.example"));
        DIRECTORY.modifyDN(
                "uid=maria,ou=people,dc=opcc,dc=example",
                "uid=maria.old",
                true,
                "ou=moved,ou=people,dc=opcc,dc=example");
        joinsTheTeam("uid=maria.old,ou=moved,ou=people,dc=opcc,dc=example");
        DIRECTORY.modify(
                "cn=OPCC Policy Team,ou=groups,dc=opcc,dc=example",
                new Modification(ModificationType.DELETE, "member", "uid=maria,ou=people,dc=opcc,dc=example"));
        Visitor visitor = new Visitor(port);
        visitor.signsIn("maria.old", "in the directory");
        assertThat(who(visitor)).contains("\"userId\":\"maria\"");
        assertThat(identity.createUserQuery().userId("maria").singleResult().getLastName())
                .isEqualTo("Old");
        assertThat(identity.createUserQuery().userId("maria.old").count()).isZero();

        hire("maria", "Mario", "Newcomer");
        assertThat(refusal("maria")).contains("belongs to the user &#39;maria&#39; already");
    }

    @Test
    @DisplayName("a name that differs from a user's in upper and lower case waits, until an administrator joins it")
    void oneName() throws LDAPException {
        Staff.employ(identity, "Jane", "policy-officers");
        hire("jane", "Jane", "Doe");
        assertThat(refusal("jane")).contains("belongs to the user &#39;Jane&#39; already");
        assertThat(identity.createUserQuery().userId("jane").count()).isZero();

        DirectoryAccount account = account("jane");
        assertThat(account.user()).isNull();
        assertThat(changes.join(account.id(), "Jane", "They are one.", "admin")).isEmpty();
        Visitor visitor = new Visitor(port);
        visitor.signsIn("jane", "in the directory");
        assertThat(who(visitor)).contains("\"userId\":\"Jane\"");
        // The password from before no longer counts.
        assertThat(visitor.asks("Jane", Staff.password("Jane"), "GET", "/engine-rest/task", null)
                        .statusCode())
                .isEqualTo(401);

        assertThat(changes.part(account.id(), "They are two.", "admin")).isEmpty();
        assertThat(refusal("jane")).contains("belongs to the user &#39;Jane&#39; already");
        assertThat(visitor.asks("Jane", Staff.password("Jane"), "GET", "/engine-rest/task", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("the users of an earlier release are taken over, also from another department")
    void earlierRelease() throws LDAPException {
        userOfEarlierRelease("omar", "Omar", "Stays", "uid=omar,ou=people");
        hire("omar", "Omar", "Stays");
        new Visitor(port).signsIn("omar", "in the directory");
        assertThat(groups("omar")).containsExactly("policy-officers");

        userOfEarlierRelease("ines", "Ines", "Moved", "uid=ines,ou=gone");
        hire("ines", "Ines", "Moved");
        new Visitor(port).signsIn("ines", "in the directory");
        assertThat(groups("ines")).containsExactly("policy-officers");
    }

    @Test
    @DisplayName("somebody else with a name of an earlier release does not inherit the user")
    void regivenName() throws LDAPException, LDIFException {
        userOfEarlierRelease("asmith", "Anna", "Smith", "uid=asmith,ou=people");
        hire("asmith", "Adam", "Smith");
        assertThat(refusal("asmith")).contains("belongs to the user &#39;asmith&#39; already");

        userOfEarlierRelease("bjones", "Beth", "Jones", "cn=Beth,ou=moved,ou=people");
        DIRECTORY.add("dn: cn=Beth,ou=moved,ou=people,dc=opcc,dc=example", "objectClass: inetOrgPerson", "cn: Beth");
        hire("bjones", "Beth", "Jones");
        assertThat(refusal("bjones")).contains("belongs to the user &#39;bjones&#39; already");
        assertThat(groups("bjones")).isEmpty();
    }

    @Test
    @DisplayName("whoever has left it, is deactivated there or has lost a group there loses the tasks, and nobody else")
    void whoHasLeft() throws LDAPException {
        Map<String, String> tasks = new LinkedHashMap<>();
        for (String name : List.of("leaver", "dormant", "mover", "stayer", "renamed", "withguid")) {
            hire(name, name, "Person");
            if (name.equals("withguid")) {
                DIRECTORY.modify(
                        "uid=withguid,ou=people,dc=opcc,dc=example",
                        new Modification(
                                ModificationType.ADD,
                                "objectGUID",
                                HexFormat.of().parseHex("a17c28ff0e5d4c4f9d3b0022fe81d7c6")));
            }
            new Visitor(port).signsIn(name, "in the directory");
            tasks.put(name, claimedBy(name));
        }
        follow.follow();
        tasks.forEach((name, task) -> assertThat(assignee(task)).isEqualTo(name));

        DIRECTORY.delete("uid=leaver,ou=people,dc=opcc,dc=example");
        // 512 is an account, and 2 that it is deactivated.
        DIRECTORY.modify(
                "uid=dormant,ou=people,dc=opcc,dc=example",
                new Modification(ModificationType.REPLACE, "userAccountControl", "514"));
        DIRECTORY.modify(
                "uid=stayer,ou=people,dc=opcc,dc=example",
                new Modification(ModificationType.REPLACE, "userAccountControl", "512"));
        DIRECTORY.modify(
                "cn=OPCC Policy Team,ou=groups,dc=opcc,dc=example",
                new Modification(ModificationType.DELETE, "member", "uid=mover,ou=people,dc=opcc,dc=example"));
        DIRECTORY.modifyDN("uid=renamed,ou=people,dc=opcc,dc=example", "uid=othername", true);
        joinsTheTeam("uid=othername,ou=people,dc=opcc,dc=example");
        DIRECTORY.modifyDN("uid=withguid,ou=people,dc=opcc,dc=example", "uid=stillwithguid", true);
        joinsTheTeam("uid=stillwithguid,ou=people,dc=opcc,dc=example");
        follow.follow();

        for (String gone : List.of("leaver", "dormant", "mover")) {
            assertThat(assignee(tasks.get(gone))).as(gone).isNull();
            assertThat(groups(gone)).as(gone).isEmpty();
        }
        for (String here : List.of("stayer", "renamed", "withguid")) {
            assertThat(assignee(tasks.get(here))).as(here).isEqualTo(here);
            assertThat(groups(here)).as(here).containsExactly("policy-officers");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groupOfNames", "inetOrgPerson"})
    @DisplayName(
            "nobody loses a role or a task where its groups, or its people, cannot be read: administrators are told")
    void cannotBeRead(String hidden, CapturedOutput output) throws LDAPException {
        Map<String, String> tasks = new LinkedHashMap<>();
        for (String name : List.of("first-" + hidden, "second-" + hidden)) {
            hire(name, name, "Person");
            new Visitor(port).signsIn(name, "in the directory");
            tasks.put(name, claimedBy(name));
        }
        String before = output.getOut();
        ACTIVE_DIRECTORY.hides(hidden);
        try {
            follow.follow();
        } finally {
            ACTIVE_DIRECTORY.hides("nothing");
        }
        tasks.forEach((name, task) -> {
            assertThat(assignee(task)).isEqualTo(name);
            assertThat(groups(name)).containsExactly("policy-officers");
        });
        assertThat(output.getOut().substring(before.length()))
                .contains(
                        hidden.equals("inetOrgPerson")
                                ? "The LDAP directory knows none of "
                                : "The LDAP directory gives none of ")
                .contains("nobody loses a role");
        assertThat(health()).contains("ATTENTION");

        DIRECTORY.delete("uid=second-" + hidden + ",ou=people,dc=opcc,dc=example");
        follow.follow();
        assertThat(assignee(tasks.get("first-" + hidden))).isEqualTo("first-" + hidden);
        assertThat(assignee(tasks.get("second-" + hidden))).isNull();
        assertThat(health()).contains("UP");
    }

    private String health() {
        Visitor monitoring = new Visitor(port);
        return monitoring.asks(monitoring.request("/actuator/health")).body();
    }

    @Test
    @DisplayName("who has two accounts keeps the roles when one of them leaves, as the other one may give them")
    void twoAccounts() throws LDAPException {
        hire("double", "Dou", "Ble");
        new Visitor(port).signsIn("double", "in the directory");
        DIRECTORY.modifyDN("uid=double,ou=people,dc=opcc,dc=example", "uid=double.old", true);
        joinsTheTeam("uid=double.old,ou=people,dc=opcc,dc=example");
        new Visitor(port).signsIn("double.old", "in the directory");
        DIRECTORY.modify(
                "cn=OPCC Policy Team,ou=groups,dc=opcc,dc=example",
                new Modification(ModificationType.DELETE, "member", "uid=double,ou=people,dc=opcc,dc=example"));
        hire("double", "Dou", "Ble");
        assertThat(refusal("double")).contains("belongs to the user &#39;double&#39; already");
        assertThat(changes.join(account("double").id(), "double", "They are one.", "admin"))
                .isEmpty();
        String task = claimedBy("double");

        DIRECTORY.delete("uid=double.old,ou=people,dc=opcc,dc=example");
        follow.follow();

        assertThat(assignee(task)).isEqualTo("double");
        assertThat(groups("double")).containsExactly("policy-officers");

        assertThat(changes.part(account("double.old").id(), "It is gone.", "admin"))
                .isEmpty();
        DIRECTORY.delete("uid=double,ou=people,dc=opcc,dc=example");
        follow.follow();
        assertThat(assignee(task)).isNull();
    }

    private String claimedBy(String name) {
        TheOffice office = new TheOffice(engine);
        String task = office.task(office.registers("Of " + name, "2026-10-10"), "record-findings")
                .getId();
        engine.getTaskService().claim(task, name);
        return task;
    }

    private String assignee(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }

    @Test
    @DisplayName("many requests of one person at the same time are all answered")
    void manyAtOnce() throws LDAPException {
        hire("busy", "Bo", "Busy");
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(number -> new Visitor(port)
                        .asks("busy", "in the directory", "GET", "/engine-rest/task/count", null)
                        .statusCode())
                .toList();
        assertThat(answers).containsOnly(200);
    }

    @Test
    @DisplayName("the ids of Active Directory, which are bytes, are read as people write them")
    void objectGuid() throws LDAPException {
        hire("windows", "Win", "Dows");
        DIRECTORY.modify(
                "uid=windows,ou=people,dc=opcc,dc=example",
                new Modification(
                        ModificationType.ADD,
                        "objectGUID",
                        HexFormat.of().parseHex("33221100554477ff8899aabbccddeeff")));
        new Visitor(port).signsIn("windows", "in the directory");
        assertThat(account("windows").stableId()).isEqualTo("00112233-4455-ff77-8899-aabbccddeeff");
        assertThat(account("windows").user()).isEqualTo("windows");
    }

    @Test
    @DisplayName("a user that was deleted and made anew for somebody else is not inherited")
    void madeAnew() throws LDAPException {
        hire("recycled", "Rae", "First");
        new Visitor(port).signsIn("recycled", "in the directory");
        identity.deleteUser("recycled");
        new Visitor(port).signsIn("recycled", "in the directory");
        assertThat(groups("recycled")).containsExactly("policy-officers");

        identity.deleteUser("recycled");
        Staff.employ(identity, "recycled", "managers");
        DIRECTORY.modifyDN("uid=recycled,ou=people,dc=opcc,dc=example", "uid=recycled2", true, null);
        joinsTheTeam("uid=recycled2,ou=people,dc=opcc,dc=example");
        Visitor visitor = new Visitor(port);
        visitor.signsIn("recycled2", "in the directory");
        assertThat(who(visitor)).contains("\"userId\":\"recycled2\"");
        assertThat(groups("recycled")).containsExactly("managers");
    }

    private void userOfEarlierRelease(String name, String first, String last, String place) {
        User user = identity.newUser(name);
        user.setFirstName(first);
        user.setLastName(last);
        identity.saveUser(user);
        identity.setUserInfo(name, "directory", "ldap " + place + ",dc=opcc,dc=example");
    }

    private static void hire(String name, String first, String last) throws LDAPException {
        DN dn = new DN(new RDN("uid", name), new DN("ou=people,dc=opcc,dc=example"));
        DIRECTORY.add(
                dn.toString(),
                new Attribute("objectClass", "inetOrgPerson"),
                new Attribute("uid", name),
                new Attribute("givenName", first),
                new Attribute("sn", last),
                new Attribute("userPassword", "in the directory"));
        joinsTheTeam(dn.toString());
    }

    private static void joinsTheTeam(String dn) throws LDAPException {
        DIRECTORY.modify(
                "cn=OPCC Policy Team,ou=groups,dc=opcc,dc=example",
                new Modification(ModificationType.ADD, "member", dn));
    }

    private String refusal(String name) {
        Visitor visitor = new Visitor(port);
        visitor.signsIn(name, "in the directory");
        assertThat(visitor.sees(TASKLIST).statusCode()).isEqualTo(302);
        return visitor.sees("/sign-in?refused").body();
    }

    private static String who(Visitor visitor) {
        visitor.sees(TASKLIST);
        return visitor.sees("/camunda/api/admin/auth/user/default").body();
    }

    private DirectoryAccount account(String name) {
        return accounts.all().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Answers as a domain controller does: at the root of its domain with references to other servers, and with the
     * rule for single bits, which the directory of these tests does not know. It can be made to hide a kind of entry.
     */
    private static final class ActiveDirectory extends InMemoryOperationInterceptor {

        private static final String DEACTIVATED = "(userAccountControl:1.2.840.113556.1.4.803:=2)";

        private volatile String hidden = "nothing";

        void hides(String objectClass) {
            hidden = objectClass;
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            SearchRequest asked = request.getRequest().duplicate();
            asked.setFilter(asked.getFilter().toString().replace(DEACTIVATED, "(userAccountControl=514)"));
            request.setRequest(asked);
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
            if (entry.getSearchEntry().hasObjectClass(hidden)) {
                entry.setSearchEntry(null);
            }
        }

        @Override
        public void processSearchResult(InMemoryInterceptedSearchResult result) {
            try {
                result.sendSearchReference(new SearchResultReference(
                        new String[] {"ldap://DomainDnsZones.opcc.example/DC=DomainDnsZones,dc=opcc,dc=example"},
                        new Control[0]));
            } catch (LDAPException e) {
                throw new AssertionError(e);
            }
        }
    }
}
