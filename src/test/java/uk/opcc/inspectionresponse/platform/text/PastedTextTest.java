package uk.opcc.inspectionresponse.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.opcc.inspectionresponse.LinearWork;

@DisplayName("A pasted text")
class PastedTextTest {

    static Stream<Arguments> meant() {
        return Stream.of(
                // A word that was divided at the end of a line.
                Arguments.of("recom\u0002mendation", "recommendation"),
                Arguments.of("recom\u0002\nmendation", "recommendation"),
                Arguments.of("recom\uFFFE\r\nmendation", "recommendation"),
                Arguments.of("recom\u00AD\nmendation", "recommendation"),
                Arguments.of("recom\u00AD \n  mendation", "recommendation"),
                Arguments.of("re\u00ADcom\u00ADmen\u00ADdation", "recommendation"),
                Arguments.of("Anti\u0002\nSocial", "Anti-Social"),
                Arguments.of("2018\uFFFE19", "2018-19"),
                Arguments.of("an end\u00AD\n\nA beginning", "an end\n\nA beginning"),
                // Spaces.
                Arguments.of("10\u00A0July\u20092018\u202F\u3000", "10 July 2018  "),
                Arguments.of("anti\u200Bsocial\uFEFF \u2060x", "antisocial x"),
                // Accents.
                Arguments.of("Sia\u0302n, cafe\u0301", "Si\u00E2n, caf\u00E9"),
                // Word.
                Arguments.of("\uF0B7\tOne\n \uF0A7 Two\n\uF0D8Three", "\u2022\tOne\n \u25AA Two\n\u27A2Three"),
                Arguments.of("\uF123\tOne\n\uF456Two", "\u2022\tOne\n\u2022 Two"),
                Arguments.of("Yes \uF0FC", "Yes \u2713"),
                Arguments.of("anti\u001Esocial re\u001Fview, A\u0007B", "anti-social review, A\tB"),
                // An old Windows.
                Arguments.of("don\u0092t \u0096 \u0093quote\u0094", "don\u2019t \u2013 \u201Cquote\u201D"),
                // Line ends.
                Arguments.of("a\r\nb\rc\u000Bd\fe\u0085f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\n\nh"),
                // As it was typed.
                Arguments.of("a\tb", "a\tb"),
                Arguments.of("\uD83D\uDC69\u200D\uD83D\uDE92", "\uD83D\uDC69\u200D\uD83D\uDE92"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    @DisplayName("is read in the characters that were meant")
    void meant(String pasted, String meant) {
        assertThat(PastedText.clean(pasted)).isEqualTo(meant);
        assertThat(PastedText.clean(meant)).isEqualTo(meant);
        assertThat(PastedText.unreadable(pasted)).isEmpty();
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                Arguments.of("the \uFFFD of", "U+FFFD", "after “the”"),
                Arguments.of("\u0002 alone", "U+0002", "at its beginning"),
                Arguments.of("word\u0002 and", "U+0002", "after “word”"),
                Arguments.of("a sign\u0006", "U+0006", "after “a sign”"),
                Arguments.of("text \uF123 text", "U+F123", "after “text”"),
                Arguments.of("a\u0081b", "U+0081", "after “a”"),
                Arguments.of("x\uFDD0", "U+FDD0", "after “x”"),
                Arguments.of("\uDBFF\uDFFF", "U+10FFFF", "at its beginning"),
                Arguments.of(
                        "0123456789 0123456789 0123456789 0123456789\u001D",
                        "U+001D",
                        "456789 0123456789 0123456789”"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    @DisplayName("is not taken where nobody can know what stands there, and the place is said")
    void unknown(String pasted, String character, String place) {
        assertThat(PastedText.unreadable(pasted)).get().asString().contains(character, place, "remove it");
    }

    @Test
    @DisplayName("has no space at the ends of a line that is typed")
    void line() {
        assertThat(PastedText.withoutSpaceAround("\u200B\u00A0 https://a.example/ \u2003\uFEFF\n"))
                .isEqualTo("https://a.example/");
        assertThat(PastedText.withoutSpaceAround(" \u00A0")).isEmpty();
    }

    @Test
    @DisplayName("is read in a time that grows with its length alone")
    void work() {
        LinearWork.isDoneBy(PastedText::clean);
        LinearWork.isDoneBy(PastedText::unreadable);
    }
}
