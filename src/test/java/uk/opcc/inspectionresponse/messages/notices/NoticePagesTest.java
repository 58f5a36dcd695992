package uk.opcc.inspectionresponse.messages.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

@OfficeServer
@DisplayName("The page where people choose which mails they get")
class NoticePagesTest {

    private static final String PERSON = "communications";

    private final IdentityService identity;
    private final Preferences preferences;
    private final Visitor visitor;
    private final TheOffice office;

    @Autowired
    NoticePagesTest(ProcessEngine engine, Preferences preferences, @LocalServerPort int port) {
        this.identity = engine.getIdentityService();
        this.preferences = preferences;
        this.office = new TheOffice(engine);
        this.visitor = new Visitor(port);
    }

    @BeforeEach
    void nothingIsChosen() {
        Staff.employ(identity);
        preferences.choose(PERSON, Preference.AT_ONCE);
    }

    @Test
    @DisplayName("asks for the sign-in, and comes after it")
    void signIn() {
        assertThat(visitor.sees("/notices").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in"));
        assertThat(visitor.sends("/notices", "mails=none").statusCode()).isEqualTo(401);
        HttpResponse<String> signedIn = visitor.signsIn(PERSON, Staff.password(PERSON));
        assertThat(signedIn.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/notices"));
    }

    @ParameterizedTest(name = "keeps the choice: {0}")
    @ValueSource(strings = {"none", "daily", "at-once"})
    void choice(String word) {
        Document page = opens();
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("at-once");
        assertThat(page.select("main").text()).contains("no email address is recorded for you");

        HttpResponse<String> saved = visitor.sends("/notices", "mails=" + word + "&_csrf=" + token(page));

        assertThat(saved.statusCode()).isEqualTo(302);
        Document after = Jsoup.parse(visitor.sees("/notices?saved").body());
        assertThat(after.select("[role=status]").text()).isEqualTo("Your choice is saved.");
        assertThat(after.select("input[checked]").eachAttr("value")).containsExactly(word);
        assertThat(preferences.of(PERSON).word()).isEqualTo(word);
    }

    @ParameterizedTest(name = "refuses what it does not offer, names the field, and changes nothing: {0}")
    @ValueSource(strings = {"", "mails=", "mails=hourly", "mails=NONE", "mails=none&mails=daily", "other=none"})
    void badInput(String form) {
        HttpResponse<String> refused = visitor.sends("/notices", form + "&_csrf=" + token(opens()));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
                .contains("Emails about your tasks: choose at once");
        assertThat(preferences.of(PERSON)).isEqualTo(Preference.AT_ONCE);
    }

    @ParameterizedTest(name = "refuses a forged request: {0}")
    @ValueSource(strings = {"mails=none", "mails=none&_csrf=", "mails=none&_csrf=forged"})
    void forged(String form) {
        opens();
        assertThat(visitor.sends("/notices", form).statusCode()).isEqualTo(403);
        assertThat(preferences.of(PERSON)).isEqualTo(Preference.AT_ONCE);
    }

    @Test
    @DisplayName("has the links of the mails: each opens its task, also when somebody has gone on with it later")
    void link() {
        User reader = identity.newUser("reader-of-mails");
        reader.setEmail("reader@opcc.example");
        identity.saveUser(reader);
        identity.createMembership(reader.getId(), "policy-officers");
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        String told = office.task(inspection, "record-findings").getId();
        identity.deleteUser(reader.getId());
        office.completes(
                TheOffice.POLICY_OFFICER,
                inspection,
                "record-findings",
                Map.of("findings", TheOffice.json(Map.of("keyFindings", "One.")), "findingsNext", "later"));
        String now = office.task(inspection, "record-findings").getId();

        assertThat(now).isNotEqualTo(told);
        assertThat(visitor.sees("/notices/tasks/" + told).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in"));
        assertThat(visitor.signsIn(PERSON, Staff.password(PERSON)).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/notices/tasks/" + told));
        for (String id : List.of(told, now)) {
            assertThat(visitor.sees("/notices/tasks/" + id).headers().firstValue("Location"))
                    .hasValueSatisfying(
                            location -> assertThat(location).endsWith("/camunda/app/tasklist/default/#/?task=" + now));
        }
        assertThat(visitor.sees("/notices/tasks/%5C%5Cbad.example")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("bad.example");
    }

    private Document opens() {
        visitor.signsIn(PERSON, Staff.password(PERSON));
        return Jsoup.parse(visitor.sees("/notices").body());
    }

    private static String token(Document page) {
        return page.select("main input[name=_csrf]").attr("value");
    }
}
