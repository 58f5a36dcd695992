package uk.opcc.inspectionresponse.platform.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings.Layout;
import uk.opcc.inspectionresponse.process.Recipient;

@DisplayName("What an office sets for a recipient")
class RecipientSettingsTest {

    @Test
    @DisplayName("is delivered with an address, a letter and a box for each, the website without address and letter")
    void delivered() {
        RecipientSettings settings = settings(started(Map.of(), Map.of()));

        assertThat(List.of(Recipient.values()))
                .filteredOn(recipient -> recipient != Recipient.WEBSITE)
                .extracting(settings::of)
                .allSatisfy(of -> {
                    assertThat(of.address()).contains("@");
                    assertThat(of.letter().subject()).contains("{title}");
                    assertThat(of.letter().text()).startsWith("Dear").contains("{reference}");
                });
        assertThat(settings.website().address()).isEmpty();
        assertThat(settings.website().letter().text()).isEmpty();
        assertThat(settings.boxes())
                .hasToString("{send-to-home-office=Response forwarded to the Home Office,"
                        + " send-to-hmicfrs=Response forwarded to HMICFRS,"
                        + " publish-on-website=Response published on the OPCCN website,"
                        + " send-to-chief-constable=Response forwarded to Chief Constable,"
                        + " send-to-police-and-crime-panel=Response forwarded to Police and Crime Panel}");
    }

    @Test
    @DisplayName("may be typed by hand, and a box may be left out")
    void empty() {
        RecipientSettings settings = settings(started(
                Map.of("office.recipients.hmicfrs.address", "", "office.recipients.hmicfrs.box", ""), Map.of()));

        assertThat(settings.hmicfrs().address()).isEmpty();
        assertThat(settings.boxes()).hasSize(4).doesNotContainKey("send-to-hmicfrs");
    }

    @ParameterizedTest(name = "is taken from the environment variable {0}")
    @CsvSource({"OFFICE_RECIPIENTS_HOMEOFFICE_ADDRESS", "OFFICE_RECIPIENTS_HOME_OFFICE_ADDRESS"})
    void variable(String name) {
        RecipientSettings settings = settings(started(Map.of(), Map.of(name, "ours@office.example")));

        assertThat(settings.homeOffice().address()).isEqualTo("ours@office.example");
        assertThat(settings.homeOffice().letter().subject()).contains("{title}");
    }

    @ParameterizedTest(name = "is not passed over where {0} sets it, as it was called before: the start says {1}")
    @CsvSource({
        "office.recipients.home-office, office.recipients.home-office.address",
        "office.recipients.police-and-crime-panel, office.recipients.police-and-crime-panel.address",
        "office.mail.letters.hmicfrs.subject, office.recipients.hmicfrs.letter.subject",
        "office.mail.letters.hmicfrs.text, office.recipients.hmicfrs.letter.text",
        "office.mail.letters.chief-constable.attachments, office.recipients.chief-constable.letter.attachments",
        "office.document.office-use.send-to-home-office, office.recipients.home-office.box",
        "office.document.office-use.publish-on-website, office.recipients.website.box",
        "office.document.office-use.send-to-somebody-else, office.recipients.<recipient>.box",
        "office.mail.letters.somebody-else.text, office.recipients.<recipient>.letter"
    })
    void former(String name, String now) {
        assertThatThrownBy(() -> started(Map.of(name, "ours"), Map.of()))
                .isInstanceOf(FormerSettings.class)
                .hasMessageContaining(" is now " + now);
    }

    @ParameterizedTest(name = "is not passed over where the environment variable {0} sets it: the start says {1}")
    @CsvSource({
        "OFFICE_RECIPIENTS_HOME_OFFICE, office.recipients.home-office.address",
        "OFFICE_RECIPIENTS_HOMEOFFICE, office.recipients.home-office.address",
        "OFFICE_RECIPIENTS_HMICFRS, office.recipients.hmicfrs.address",
        "OFFICE_DOCUMENT_OFFICEUSE_SENDTOHMICFRS, office.recipients.hmicfrs.box"
    })
    void formerVariable(String name, String now) {
        assertThatThrownBy(() -> started(Map.of(), Map.of(name, "ours@office.example")))
                .isInstanceOf(FormerSettings.class)
                .hasMessageContaining(" is now " + now);
    }

    @Test
    @DisplayName("is not passed over where the former setting is empty: that said that it is typed by hand")
    void formerAndEmpty() {
        assertThatThrownBy(() -> started(Map.of("office.recipients.hmicfrs", ""), Map.of()))
                .hasMessageContaining("office.recipients.hmicfrs is now office.recipients.hmicfrs.address");
    }

    @Test
    @DisplayName("is told all at once, with what to do, where several have their former names")
    void explained() {
        assertThatThrownBy(() -> started(
                        Map.of(
                                "office.recipients.hmicfrs", "a@office.example",
                                "office.mail.letters.hmicfrs.subject", "Ours"),
                        Map.of()))
                .isInstanceOfSatisfying(
                        FormerSettings.class,
                        former -> assertThat(new ExplainFormerSettings().analyze(former, former))
                                .satisfies(told -> {
                                    assertThat(told.getDescription())
                                            .contains(
                                                    "office.recipients.hmicfrs is now office.recipients.hmicfrs.address")
                                            .contains(
                                                    "letters.hmicfrs.subject is now office.recipients.hmicfrs.letter.subject")
                                            .contains("Nothing was started");
                                    assertThat(told.getAction()).contains("its new name", "environment variable");
                                }));
    }

    @Test
    @DisplayName("is explained where the start fails for its former name, in the place of a stack")
    void explainedAtTheStart() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {})))
                .hasAtLeastOneElementOfType(ExplainFormerSettings.class);
    }

    @Test
    @DisplayName(
            "is the response as it is published, unless the office sets a letter, which is addressed as it is delivered")
    void layout() {
        RecipientSettings delivered = settings(started(Map.of(), Map.of())).checked();
        assertThat(List.of(Recipient.values()))
                .allSatisfy(recipient ->
                        assertThat(delivered.of(recipient).layout()).isEqualTo(Layout.RESPONSE));

        RecipientSettings letters = settings(started(
                        Map.of("office.recipients.hmicfrs.layout", "letter"),
                        Map.of("OFFICE_RECIPIENTS_HOMEOFFICE_LAYOUT", "letter")))
                .checked();
        assertThat(List.of(letters.homeOffice(), letters.hmicfrs())).allSatisfy(to -> {
            assertThat(to.layout()).isEqualTo(Layout.LETTER);
            assertThat(to.addressedTo()).hasSizeGreaterThan(2);
            assertThat(to.salutation()).startsWith("Dear");
        });
        assertThat(letters.chiefConstable().layout()).isEqualTo(Layout.RESPONSE);
    }

    @ParameterizedTest(name = "is not taken where {0} is {1}: the start says \"{2}\"")
    @CsvSource({
        "website.layout, letter, what is published is the response",
        "chief-constable.layout, letter, addressed-to has no line",
        "home-office.salutation, '', salutation is empty"
    })
    void refusedLayout(String setting, String value, String words) {
        RecipientSettings settings = settings(started(
                Map.of("office.recipients.home-office.layout", "letter", "office.recipients." + setting, value),
                Map.of()));

        assertThatThrownBy(settings::checked).isInstanceOfSatisfying(SettingRefused.class, refused -> {
            assertThat(new ExplainRefusedSetting().analyze(refused, refused))
                    .satisfies(told -> assertThat(told.getDescription()).contains(words));
            assertThat(refused.action()).isNotEmpty();
        });
    }

    @Test
    @DisplayName("is not taken in a layout that there is not: the start names the setting")
    void mistypedLayout() {
        ConfigurableEnvironment environment =
                started(Map.of("office.recipients.home-office.layout", "lettre"), Map.of());

        assertThatThrownBy(() -> settings(environment)).rootCause().hasMessageContaining("lettre");
        assertThatThrownBy(() -> settings(environment)).hasStackTraceContaining("office.recipients.home-office.layout");
    }

    private static RecipientSettings settings(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("office.recipients", RecipientSettings.class)
                .get();
    }

    /** The environment of an application that starts with the delivered settings and these. */
    private static ConfigurableEnvironment started(Map<String, Object> settings, Map<String, Object> variables) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        sources.addLast(new MapPropertySource("of the office", settings));
        try {
            new YamlPropertySourceLoader()
                    .load("delivered", new ClassPathResource("application.yaml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ConfigurationPropertySources.attach(environment);
        RefuseFormerSettings check = new RefuseFormerSettings();
        check.setEnvironment(environment);
        check.postProcessBeanFactory(null);
        return environment;
    }
}
