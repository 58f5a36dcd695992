package uk.opcc.inspectionresponse.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
import uk.opcc.inspectionresponse.Visitor;

@OfficeServer
@DisplayName("The page where administrators join and part accounts of directories")
class AccountPagesTest {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final String ADMINISTRATOR = "camunda-admin";

    private final IdentityService identity;
    private final DirectoryAccounts accounts;
    private final DirectoryUsers users;
    private final Visitor visitor;
    private String account;

    @Autowired
    AccountPagesTest(
            IdentityService identity, DirectoryAccounts accounts, DirectoryUsers users, @LocalServerPort int port) {
        this.identity = identity;
        this.accounts = accounts;
        this.users = users;
        this.visitor = new Visitor(port);
    }

    @BeforeEach
    void somebodyWaits() {
        Staff.employ(identity);
        Staff.employ(identity, "had-an-account", "policy-officers");
        account = waits("waiting" + ACCOUNTS.incrementAndGet());
        visitor.signsIn(ADMINISTRATOR, Staff.password(ADMINISTRATOR));
    }

    private String waits(String name) {
        DirectoryUsers.Person person = new DirectoryUsers.Person(
                "https://provider.example",
                "id of " + name,
                name,
                "Wanda",
                "O'Keefe <b>",
                null,
                "",
                place -> false,
                List.of());
        accounts.save(person, null, "the user name '" + name + "' belongs to another user already", Optional.empty());
        return person.account();
    }

    private HttpResponse<String> sends(String verb, String fields) {
        Document page = Jsoup.parse(visitor.sees("/accounts/" + account).body());
        return visitor.sends(
                "/accounts/" + account + "/" + verb,
                fields + "&_csrf="
                        + encoded(page.select("main input[name=_csrf]").attr("value")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private DirectoryAccount found() {
        return accounts.find(account).orElseThrow();
    }

    @Test
    @DisplayName("joins an account and parts it again, and keeps who did it, when and why")
    void joinsAndParts() {
        Element row = row();
        assertThat(row.text()).contains("Waits", "belongs to another user", "O'Keefe <b>", "https://provider.example");
        int before = accounts.changes().size();

        assertThat(sends("join", "user=had-an-account&reason=" + encoded("The same <person>."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(found().user()).isEqualTo("had-an-account");
        assertThat(users.isFromDirectory("had-an-account")).isTrue();
        assertThat(row().text()).contains("had-an-account").doesNotContain("Waits");

        assertThat(sends("part", "reason=" + encoded("A mistake.")).statusCode())
                .isEqualTo(302);
        assertThat(found().user()).isNull();
        assertThat(users.isFromDirectory("had-an-account")).isFalse();

        Document page = Jsoup.parse(visitor.sees("/accounts?saved").body());
        assertThat(page.select("[role=status]").text()).contains("saved");
        assertThat(page.select("table").last().select("tbody tr").eachText().subList(0, 2))
                .satisfiesExactly(
                        parted -> assertThat(parted).contains(ADMINISTRATOR, "parted", "had-an-account", "A mistake."),
                        joined -> assertThat(joined)
                                .contains(ADMINISTRATOR, "joined", "had-an-account", "The same <person>."));
        assertThat(accounts.changes()).hasSize(before + 2);
    }

    private Element row() {
        return Jsoup.parse(visitor.sees("/accounts").body())
                .select("tr:has(a[href$=" + account + "])")
                .first();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "join | user=nobody&reason=why | there is no user",
                "join | user=&reason=why | there is no user",
                "join | reason=why | there is no user",
                "join | user=%00%0A&reason=why | there is no user",
                "join | user=had-an-account&reason= | say why",
                "join | user=had-an-account&reason=%20%0A | say why",
                "join | user=had-an-account | say why",
                "join | user=camunda-admin&reason=why | another administrator must do it",
                "join | user=admin&reason=why | keeps a password",
                "part | reason=why | nothing to part",
                "part | reason= | say why",
            })
    @DisplayName("refuses what can't be, in words, and changes nothing")
    void refused(String verb, String fields, String words) {
        int before = accounts.changes().size();
        HttpResponse<String> refused = sends(verb, fields);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).contains(words);
        assertThat(found().user()).isNull();
        assertThat(accounts.changes()).hasSize(before);
    }

    @Test
    @DisplayName("refuses a reason of more than 500 characters")
    void longReason() {
        assertThat(sends("join", "user=had-an-account&reason=" + "x".repeat(501))
                        .statusCode())
                .isEqualTo(400);
        assertThat(found().user()).isNull();
    }

    @Test
    @DisplayName("lets nobody part their own account")
    void own() {
        accounts.assign(found(), ADMINISTRATOR, null);
        assertThat(sends("part", "reason=why").statusCode()).isEqualTo(400);
        assertThat(found().user()).isEqualTo(ADMINISTRATOR);
        accounts.assign(found(), null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-account", "%27", "a%22b", "%F0%9F%98%80"})
    @DisplayName("knows no account but those that there are")
    void unknown(String id) {
        assertThat(visitor.sees("/accounts/" + id).statusCode()).isEqualTo(404);
        assertThat(visitor.sends("/accounts/" + id + "/part", "reason=why").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy-officers", "managers", "approvers", "process-owners"})
    @DisplayName("is for administrators alone")
    void others(String role) {
        visitor.signsIn(role, Staff.password(role));
        assertThat(visitor.sees("/accounts").statusCode()).isEqualTo(403);
        assertThat(visitor.sees("/accounts/" + account).statusCode()).isEqualTo(403);
    }
}
