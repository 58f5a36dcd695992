package uk.opcc.inspectionresponse.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A user name")
class UserNameTest {

    @ParameterizedTest(name = "may be as people and directories call people: {0}")
    @ValueSource(
            strings = {
                "O'Brien",
                "O’Brien",
                "müller",
                "mu\u0308ller",
                "jane_opcc.example#EXT#@tenant.example",
                "Jane van der Berg",
                "Jane (temporary)",
                "[jane]",
                "jane+test@opcc.example",
                "j",
                "42",
                "policy-officers",
                "Łukasz",
                "王芳",
                "Ольга",
                "سارة",
                "a&b",
                "jane|42",
                "'t Hooft",
                "Smith, Jane"
            })
    void good(String name) {
        assertThat(UserName.problem(name)).isEmpty();
    }

    @ParameterizedTest(name = "is refused where it means something else somewhere: {0}")
    @ValueSource(
            strings = {
                "",
                " ",
                " jane",
                "jane ",
                "jane  okafor",
                "*",
                "j*",
                "100%",
                "a/b",
                "a\\b",
                "a;b",
                "<b>",
                "a\"b",
                "${1}",
                "{a}",
                "a:b",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u200bb",
                "a\u202eb",
                "a\u00a0b",
                "\ufeffjane",
                "=1+1",
                "+44",
                "-1",
                "@jane",
                ".",
                "..",
                "a?b",
                "\ud800",
                "😀"
            })
    void bad(String name) {
        assertThat(UserName.problem(name)).isPresent();
    }

    @Test
    @DisplayName("has at most 64 characters, and is looked at in no time however long it is")
    void length() {
        assertThat(UserName.problem("j".repeat(64))).isEmpty();
        assertThat(UserName.problem("j".repeat(65))).isPresent();
        assertThat(UserName.problem("j ".repeat(100_000))).isPresent();
    }

    @ParameterizedTest(name = "sounds the same: {0} and {1}")
    @CsvSource({"Jane,jane", "O'Brien,O’BRIEN", "Müller,mu\u0308ller", "STRASSE,straße", "Ｊane,jane"})
    void folded(String one, String other) {
        assertThat(UserName.folded(one)).isEqualTo(UserName.folded(other));
    }

    @ParameterizedTest(name = "is not asked for where no database could: {0}")
    @ValueSource(strings = {"", "  ", "a\u0000b", "\ud800", "a\nb"})
    void notAsked(String typed) {
        assertThat(UserName.canBeAsked(typed)).isFalse();
        assertThat(UserName.canBeAsked("j".repeat(100_000))).isFalse();
        assertThat(UserName.canBeAsked("NORFOLK\\jane")).isTrue();
    }
}
