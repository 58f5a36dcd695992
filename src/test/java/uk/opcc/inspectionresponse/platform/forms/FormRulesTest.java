package uk.opcc.inspectionresponse.platform.forms;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

@DisplayName("The rules of a form")
class FormRulesTest {

    private final ObjectMapper json = new ObjectMapper();
    private final FormRules rules = new FormRules(json, Clock.systemUTC(), null);

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(a|aa)*$", "^(?:a|b)*c$", "(.*)*(.*)*x"})
    @DisplayName("refuse a text that a process owner's pattern would never come to an end with")
    void intricatePattern(String pattern) {
        assertThatThrownBy(() -> check(pattern, "a".repeat(100_000) + "!"))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("Post code: it is too long or too complex");
    }

    @Test
    @DisplayName("hold the longest text against a pattern that reads it from end to end")
    void longestText() {
        assertThatNoException().isThrownBy(() -> check("^(?![\\s\\S]*[\\x00-\\x1f\\x7f])", "a".repeat(250_000)));
        assertThatThrownBy(() -> check("^(?![\\s\\S]*[\\x00-\\x1f\\x7f])", "a".repeat(249_999) + "\n!"))
                .hasMessageContaining("write it as the form asks for it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=findingsNext = \"check",
                "=findingNext = \"check\"",
                "=cuont(findingsNext) > 1",
                "=count(findingsNext) > nothing",
                "=1"
            })
    @DisplayName("refuse everything where it cannot be known whether something is required")
    void rulesThatCannotBeWorkedOut(String rule) {
        assertRefused(Map.of("requiredWhen", rule), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=datePublished +", "=dayPublished", "=\"soon\"", "=5"})
    @DisplayName("refuse every date where it cannot be known which are too early")
    void limitsThatCannotBeWorkedOut(String limit) {
        assertRefused(Map.of("notBefore", limit), "2018-07-19");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=findingsNext",
                "=count(recommendations) > 0",
                "=contains(title, \"a\")",
                "=not(title)",
                "=this.annex",
                "=ourOwn = true",
                "=count(recommendations[rule.kind = \"a\"]) > 0"
            })
    @DisplayName("require nothing where what the rule asks for is not set")
    void rulesOfWhatIsNotSet(String rule) {
        assertThatNoException().isThrownBy(() -> check(Map.of("requiredWhen", rule), ""));
    }

    @Test
    @DisplayName("refuse a choice whose table is not there")
    void choicesThatAreNotThere() {
        assertRefused(Map.of("choicesOf", "inspection-types"), "PEEL Inspection");
    }

    @Test
    @DisplayName("take a date, and no text, where there is no limit or the rule says so")
    void limitsThatCanBeWorkedOut() {
        assertThatNoException()
                .isThrownBy(
                        () -> check(Map.of("notBefore", "=lastLawfulDay", "notAfter", "=date(today)"), "2018-07-19"));
        assertThatNoException().isThrownBy(() -> check(Map.of("requiredWhen", "=findingsNext = \"check\""), ""));
        assertThatThrownBy(() -> check(Map.of("notBefore", "=date(\"2018-07-20\")"), "2018-07-19"))
                .hasMessageContaining("must not be before 20 July 2018");
    }

    private void assertRefused(Map<String, String> properties, String text) {
        assertThatThrownBy(() -> check(properties, text))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("Date: the form has a fault here, so nothing was taken.");
    }

    private void check(Map<String, String> properties, String text) {
        Map<String, Object> field = Map.of(
                "type",
                "datetime",
                "subtype",
                "date",
                "key",
                "publishedOn",
                "dateLabel",
                "Date",
                "properties",
                properties);
        rules.check(
                FormSchema.read(json.valueToTree(Map.of("components", List.of(field)))),
                Map.of("publishedOn", new TextNode(text)),
                Set.of(),
                Set.of("ourOwn"));
    }

    private void check(String pattern, String text) {
        rules.check(form(pattern), Map.<String, JsonNode>of("postCode", new TextNode(text)), Set.of(), Set.of());
    }

    private FormSchema form(String pattern) {
        try {
            return FormSchema.read(
                    json,
                    new ByteArrayInputStream(json.writeValueAsBytes(Map.of(
                            "components",
                            List.of(Map.of(
                                    "type", "textfield",
                                    "key", "postCode",
                                    "label", "Post code",
                                    "validate", Map.of("maxLength", 300_000, "pattern", pattern)))))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
