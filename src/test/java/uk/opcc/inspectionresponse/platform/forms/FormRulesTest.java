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

    private void check(String pattern, String text) {
        rules.check(form(pattern), Map.<String, JsonNode>of("postCode", new TextNode(text)), Set.of());
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
