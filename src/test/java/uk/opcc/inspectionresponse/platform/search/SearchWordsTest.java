package uk.opcc.inspectionresponse.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A search in a list")
class SearchWordsTest {

    private static final char ESCAPE = '!';

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Constable's",
                "Constable\u2019s",
                "Constable`s",
                "Constable\u00B4s",
                "Constable\u02BCs",
                "Constable\u2032s",
                "Constable\uFF07s",
                "constables",
                "\u201EConstable's\u201C",
                "\"Constable's\"",
                "\u2033Constable's\u2033"
            })
    @DisplayName("takes every apostrophe and quotation mark for the same, and for none")
    void apostrophes(String typed) {
        assertThat(finds("The Chief Constable\u2019s plan", typed)).isTrue();
        assertThat(finds("The Chief " + typed + " plan", "constable's")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "custody/detention, custody-detention",
        "custody/detention, custodydetention",
        "anti-social, antisocial",
        "antisocial, anti/social",
        "2018/19, 2018\u201319"
    })
    @DisplayName("takes a word with a hyphen, or a slash, for one word")
    void joined(String text, String typed) {
        assertThat(finds(text, typed)).isTrue();
        assertThat(finds(typed, text)).isTrue();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "S\u00F8rensen, sorensen",
        "\u0141\u00F3d\u017A, lodz",
        "\u00C6thelfl\u00E6d, aethelflaed",
        "Stra\u00DFe, strasse",
        "\u0110oko, doko",
        "\u0152uvre, oeuvre"
    })
    @DisplayName("finds letters that a keyboard does not have")
    void letters(String text, String typed) {
        assertThat(finds(text, typed)).isTrue();
        assertThat(finds(typed, text)).isTrue();
        assertThat(finds(text, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\u00AD", "\uFEFF", "\u202C"})
    @DisplayName("passes over what nobody sees within a word")
    void unseen(String sign) {
        assertThat(finds("cus" + sign + "tody", "custody")).isTrue();
        assertThat(finds("custody", "cus" + sign + "tody")).isTrue();
        assertThat(finds("custody", "todycus" + sign)).isFalse();
        assertThat(SearchWords.patterns("cus" + sign + "tody", ESCAPE)).containsExactly("%custody%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPCCN/2026/1", "opccn-2026-1", "OPCCN\u20132026\u20131", "(OPCCN/2026/1),"})
    @DisplayName("by a whole reference finds that inspection, and none whose reference goes on after it")
    void reference(String typed) {
        assertThat(finds("Custody OPCCN-2026-1", typed)).isTrue();
        assertThat(finds("Custody OPCCN-2026-1 recommendation 2", typed)).isTrue();
        assertThat(finds("Custody OPCCN-2026-1-correction-1 OPCCN/2026/1 (correction 1)", typed))
                .isTrue();
        assertThat(finds("Custody OPCCN-2026-10", typed)).isFalse();
        assertThat(finds("Custody OPCCN-2026-19 recommendation 1", typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPCCN/2026", "opccn", "2026/1", "OPCCN/2026/", "opccn20261"})
    @DisplayName("by the beginning of a reference finds all that begin so")
    void beginningOfReference(String typed) {
        assertThat(finds("Custody OPCCN-2026-19", typed)).isTrue();
    }

    /** Both ways in which lists are searched: in a database, and among what was read. */
    private static boolean finds(String text, String typed) {
        boolean found = SearchWords.areIn(text, typed);
        String searched = SearchWords.plain(text);
        assertThat(SearchWords.patterns(typed, ESCAPE).stream()
                        .allMatch(pattern -> searched.contains(pattern.substring(1, pattern.length() - 1))))
                .isEqualTo(found);
        return found;
    }
}
