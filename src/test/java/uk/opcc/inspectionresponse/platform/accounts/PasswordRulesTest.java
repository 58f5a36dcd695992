package uk.opcc.inspectionresponse.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A new password")
class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(12, "OPCC Norfolk");

    @ParameterizedTest(name = "is refused where it is one of those that are tried first: {0}")
    @ValueSource(
            strings = {
                "password1234", "Password123!", "PASSWORD2026!", "P@ssw0rd2024!", "p4$$w0rd!!!!", "passwordpassword",
                "Pass-word-1234", "123456789012", "1234567890123456", "098765432109", "abcdefghijkl", "ABCDEFGHIJKLM",
                "qwertyuiop12", "qwertyuiop[]", "asdfghjkl;'#", "1qaz2wsx3edc", "zaq12wsxcde3", "aaaaaaaaaaaa",
                "abababababab", "abcabcabcabc", "aaaabbbbcccc", "111111111111", "000000000000", "            ",
                "!!!!!!!!!!!!", "letmeinletmein", "iloveyou1234", "IloveYou!2026", "liverpool1892", "Liverpool FC 1892",
                "Welcome12345", "welcome2norfolk", "administrator", "Administrator1", "adminadmin12", "changeme1234",
                "Summer2026!!!", "Winter2025***", "monkeydragon", "MonkeyDragon12", "footballmonkey1", "1234password",
                "12345qwerty12345", "superman12345", "christmas2026", "trustno1trustno1", "december2026",
                        "police999999",
                "Inspection2026", "correcthorsebatterystaple", "dontknow1234", "ＰＡＳＳＷＯＲＤ１２３４", "qwerty123456"
            })
    void common(String password) {
        assertThat(rules.brokenBy(password, "jane")).isNotEmpty();
    }

    @ParameterizedTest(name = "is accepted where nobody would guess it: {0}")
    @ValueSource(
            strings = {
                "gravel tuba sonnet",
                "coffee-train-purple",
                "monkey sunshine arsenal kettle",
                "Xk7#pq!vR2zw",
                "we had rain on Sunday",
                "zażółć gęślą jaźń",
                "пароль для отдела",
                "given by somebody",
                "made-up-for-tests",
                "tram 12 to Yarmouth",
                "3.14159265358979 is pi"
            })
    void good(String password) {
        assertThat(rules.brokenBy(password, "jane")).isEmpty();
    }

    @ParameterizedTest(name = "is refused where it has a name in it that a stranger knows: {0}")
    @ValueSource(
            strings = {
                "gravel Jane.Okafor tuba",
                "gravel okafor tuba",
                "gravel o-k-a-f-o-r tuba",
                "gravel Norfolk tuba",
                "nOrFoLk tuba sonnet"
            })
    void names(String password) {
        assertThat(rules.brokenBy(password, "jane.okafor@opcc.example"))
                .containsAnyOf(
                        "must not contain the user name",
                        "must not contain your name, your user name or the name of the office");
    }

    @Test
    @DisplayName("has at least 12 characters, and no more than can be hashed in no time")
    void length() {
        assertThat(rules.brokenBy("gravel tuba", "jane"))
                .containsExactly("must have at least 12 characters, and at most 256");
        assertThat(rules.brokenBy("gravel tuba ".repeat(22), "jane"))
                .containsExactly("must have at least 12 characters, and at most 256");
        assertThat(new PasswordRules(16, "OPCC Norfolk").brokenBy("gravel tuba son", "jane"))
                .containsExactly("must have at least 16 characters, and at most 256");
    }

    @Test
    @DisplayName("is told about in words")
    void words() {
        assertThat(rules.getRules())
                .extracting(PasswordPolicyRule::getPlaceholder)
                .allSatisfy(words -> assertThat(words).startsWith("must "))
                .contains("must have at least 12 characters, and at most 256");
    }

    @Test
    @DisplayName("is looked at in no time, however long it is")
    void time() {
        assertThat(rules.brokenBy("gravel tuba sonnet ".repeat(5_000), "jane"))
                .containsExactly("must have at least 12 characters, and at most 256");
    }
}
