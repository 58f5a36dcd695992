package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

@DisplayName("The body of a request")
class BodyRulesTest {

    private static final String COMPLETION = "task/17/complete";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "task/17/complete | [ | body | line 1",
                "task/17/complete | `\"text\"` | body | must be a Json object",
                "task/17/complete | {} {} | body | is not Json",
                "task/17/complete | {\"a\": 1, \"a\": 2} | body | Duplicate field 'a'",
                "task/17/complete | {\"variables\": []} | variables | must be an object",
                "task/17/complete | {\"variables\": {\"title\": 7}} | title | property value",
                "task/17/complete | {\"variables\": {\"title\": {\"value\": [7]}}} | title | an object or a list",
                "task/17/complete | {\"variables\": {\"title\": {\"value\": \"a\", \"type\": \"Object\"}}} | title | as Object",
                "task/17/complete | {\"variables\": {\"title\": {\"value\": \"a\\u0000b\"}}} | title | at position 2",
                "task/17/complete | {\"variables\": {\"title\": {\"value\": \"\\ud83d\"}}} | title | half a character",
                "task/17/complete | {\"variables\": {\"title\": {\"valueInfo\": {\"transient\": true}}}} | title | transient",
                "task/17/resolve  | {\"variables\": {\"title\": {\"value\": \"a\"}}} | variables | when the task is completed",
                "process-definition/key/x/start | {\"startInstructions\": [{}]} | startInstructions | leave it out",
                "filter/17/list   | {\"more\": [{\"value\": \"a\", \"type\": \"bytes\"}]} | more | as bytes",
            })
    @DisplayName("is refused with the name of what is wrong in it")
    void refused(String path, String body, String field, String words) {
        assertThatThrownBy(() -> BodyRules.check(path, body.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(type(InputRefused.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.getMessage()).contains(words);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"variables\": null}",
                "{\"variables\": {\"title\": {\"value\": \"£5 – 😀\", \"type\": \"String\"}}}",
                "{\"variables\": {\"findings\": {\"value\": \"{\\\"keyFindings\\\": \\\"a\\\"}\", \"type\": \"Json\"}}}"
            })
    @DisplayName("goes on as it was sent, with the tree of what it says")
    void goesOn(String body) {
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        BodyRules.Body read = BodyRules.check(COMPLETION, sent);
        assertThat(read.bytes()).isSameAs(sent);
        assertThat(read.json().isObject()).isTrue();
    }

    @Test
    @DisplayName("is an empty object where a task is completed with nothing at all")
    void nothing() {
        assertThat(BodyRules.check(COMPLETION, new byte[0]).bytes()).asString().isEqualTo("{}");
        assertThat(BodyRules.check("task/17/claim", new byte[0]).bytes()).isEmpty();
    }

    @Test
    @DisplayName("is read in UTF-8 alone")
    void otherCharset() {
        byte[] latin = "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> BodyRules.check(COMPLETION, latin)).isInstanceOf(InputRefused.class);
    }
}
