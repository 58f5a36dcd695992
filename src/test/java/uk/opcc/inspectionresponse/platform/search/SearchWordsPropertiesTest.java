package uk.opcc.inspectionresponse.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;

@Label("What is searched in a list, whatever is typed,")
class SearchWordsPropertiesTest {

    private static final char ESCAPE = '!';

    @Property
    @Label("finds the text that it was copied from")
    void findsItself(@ForAll("texts") String typed) {
        String searched = SearchWords.plain(typed);

        // A whole reference ends where the word does: the one of a sentence may have a full stop after it.
        assertThat(SearchWords.patterns(typed, ESCAPE))
                .allSatisfy(pattern ->
                        assertThat(searched).contains(literal(pattern).strip()));
    }

    @Property
    @Label("is words alone and whole references, ten at most, in which no sign stands for another")
    void words(@ForAll("texts") String typed) {
        List<String> patterns = SearchWords.patterns(typed, ESCAPE);

        assertThat(patterns)
                .hasSizeLessThanOrEqualTo(10)
                .allSatisfy(pattern -> assertThat(pattern).matches("%(?:[^!%_\\s]|![!%_])+ ?%"));
    }

    @Property
    @Label("finds the same with capitals and where it was shortened or read before")
    void same(@ForAll("texts") String typed) {
        List<String> patterns = SearchWords.patterns(typed, ESCAPE);
        String shown = SearchWords.shortened(typed);

        assertThat(SearchWords.patterns(shown, ESCAPE)).isEqualTo(patterns);
        assertThat(SearchWords.patterns(inCapitals(typed), ESCAPE)).isEqualTo(patterns);
        assertThat(shown).isEqualTo(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(SearchWords.plain(SearchWords.plain(typed))).isEqualTo(SearchWords.plain(typed));
        assertThat(shown.length()).isLessThanOrEqualTo(SearchWords.LONGEST);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                LinearWork.texts(),
                Arbitraries.of("a", "Ä", " ", "😀", "custody ")
                        .list()
                        .ofMinSize(150)
                        .ofMaxSize(210)
                        .map(parts -> String.join("", parts)));
    }

    /** Of the letters that everybody types; capitals of others can be two letters. */
    private static String inCapitals(String text) {
        StringBuilder capitals = new StringBuilder();
        text.chars().forEach(c -> capitals.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)));
        return capitals.toString();
    }

    private static String literal(String pattern) {
        return pattern.substring(1, pattern.length() - 1).replaceAll("!([!%_])", "$1");
    }
}
