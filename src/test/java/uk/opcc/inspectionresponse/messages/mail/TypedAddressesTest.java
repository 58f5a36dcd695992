package uk.opcc.inspectionresponse.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Addresses")
class TypedAddressesTest {

    static Stream<Arguments> understood() {
        return Stream.of(
                of(
                        "Smith, Jane <jane@a.example>; Okafor, Nadia <nadia@b.example>",
                        "jane@a.example",
                        "nadia@b.example"),
                of("\"Smith, Jane\" <jane@a.example>, ray@b.example", "jane@a.example", "ray@b.example"),
                of("“Smith, Jane” <jane@a.example>", "jane@a.example"),
                of("Jane Smith <mailto:jane@a.example?subject=Response>", "jane@a.example"),
                of("Jane Smith [mailto:jane@a.example]; Ray <ray@b.example>;", "jane@a.example", "ray@b.example"),
                of("mailto:jane@a.example", "jane@a.example"),
                of("MAILTO:jane@a.example; 'ray@b.example'", "jane@a.example", "ray@b.example"),
                of("jane@a.example (Jane Smith, HMICFRS)", "jane@a.example"),
                of("jane@a.example<mailto:jane@a.example>", "jane@a.example"),
                of(
                        "jane@a.example ray@b.example\tnadia@b.example",
                        "jane@a.example",
                        "ray@b.example",
                        "nadia@b.example"),
                of("\ufeffjane@a.example\u200b,\u00a0ray@b.example\u2060", "jane@a.example", "ray@b.example"),
                of("\u202ajane@a.example\u202c", "jane@a.example"),
                of("\u2003jane@a.example\u3000", "jane@a.example"),
                of("To: Smith, Jane <jane@a.example>\r\nCc: ray@b.example", "jane@a.example", "ray@b.example"),
                of("Smith,\nJane\n<jane.smith@\n  a.example>\nray@b.example", "jane.smith@a.example", "ray@b.example"),
                of("St. John-O’Brien, Siân <sian@a.example>", "sian@a.example"),
                of("\"ops@desk\" <ops@a.example>", "ops@a.example"),
                of("jane.smith <jane@a.example>", "jane@a.example"),
                of("<jane@a.example> <ray@b.example>", "jane@a.example", "ray@b.example"),
                of("Smith, Jane (HMICFRS) <jane@a.example> (by post too)", "jane@a.example"),
                of("\u2018jane@a.example\u2019", "jane@a.example"),
                of("o'brien@a.example", "o'brien@a.example"),
                of("jane@a.example.", "jane@a.example"),
                of(";;jane@a.example,, JANE@A.example;", "jane@a.example"),
                of("Nadia Okafor (nadia@b.example)\nJane Smith <jane@a.example>", "nadia@b.example", "jane@a.example"),
                of(
                        "Okafor, Nadia (nadia@b.example), Smith, Jane <jane@a.example>",
                        "nadia@b.example",
                        "jane@a.example"),
                of("mailto:jane@a.example?cc=ray@b.example&subject=The%20response", "jane@a.example", "ray@b.example"),
                of("Jane <mailto:?to=jane@a.example,ray%40b.example>", "jane@a.example", "ray@b.example"),
                of("mailto:o%27brien@a.example", "o'brien@a.example"),
                of("mailto:jane+pcc@a.example", "jane+pcc@a.example"),
                of("o\u2019brien@a.example", "o'brien@a.example"),
                of("pcc\u2011office@a.example", "pcc-office@a.example"),
                of("SMITH, Jane [Home Office] <jane@a.example>", "jane@a.example"),
                of("St.John, Jane <jane@a.example>", "jane@a.example"),
                of("van der Berg, Jan Piet <jan@a.example>", "jan@a.example"),
                of("Okafor Smith, Nadia <nadia@b.example>", "nadia@b.example"),
                of("Jane Smith\n<jane@a.example>\nRay Howe\n<ray@b.example>", "jane@a.example", "ray@b.example"),
                of("\ufffcjane@a.example\uff1bray@b.example", "jane@a.example", "ray@b.example"),
                of("Email: jane@a.example\nE-mail: ray@b.example", "jane@a.example", "ray@b.example"),
                of("\u201eSmith, Jane\u201c <jane@a.example>", "jane@a.example"));
    }

    private static Arguments of(String typed, String... addresses) {
        return Arguments.of(typed, List.of(addresses));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("are understood as people type them and mail programs copy them")
    void understood(String typed, List<String> addresses) {
        assertThat(MailAddress.list(typed)).extracting(MailAddress::value).isEqualTo(addresses);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {
                "Jane Smith",
                "Home Office; jane@a.example",
                "jane@a.example; Ray",
                "jane@a.example, Ray Howe",
                "Jane, jane@a.example",
                "jane.smith, Ray <ray@b.example>",
                "ann@a.example <ray@b.example>",
                "Jane <jane@a.example> ray",
                "jane@@a.example",
                "jane@a",
                "<>",
                "Jane <jane>",
                "jane @ a.example",
                "jane@a.example?cc=ray@b.example",
                "jané@a.example",
                "jane@a.example (ray@b.example)",
                "mailto:jane@a.example?bcc=ray@b.example",
                "mailto:jane%4@a.example",
                "Ray Howe\nNadia Okafor\nJane Smith <jane@a.example>",
                "Ray Howe, Nadia Okafor, Jane Smith <jane@a.example>",
                "Ray Howe, Jane Smith <jane@a.example>",
                "Home Office\nJane <jane@a.example>",
                "Ray\nJane <jane@a.example>",
                "Nadia (HMICFRS, nadia@b.example)",
                "Bcc: ray@b.example",
                "\"jane@a.example",
                "   ",
                "\u200b;\u00a0,"
            })
    @DisplayName("are refused where something is neither an address nor the name before one: nobody is left out")
    void refused(String typed) {
        assertThatThrownBy(() -> MailAddress.list(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("email address");
    }

    @Test
    @DisplayName("are twenty at most")
    void most() {
        String twenty = "Smith, J <%d@a.example>; "
                .repeat(20)
                .formatted(Stream.iterate(1, i -> i + 1).limit(20).toArray());
        assertThat(MailAddress.list(twenty)).hasSize(20);
        assertThatThrownBy(() -> MailAddress.list(twenty + "21@a.example")).hasMessageContaining("21 email addresses");
        assertThatThrownBy(() -> MailAddress.one("a@a.example b@a.example")).hasMessageContaining("give one");
    }
}
