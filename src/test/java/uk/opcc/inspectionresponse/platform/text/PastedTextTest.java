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
                Arguments.of("of\u0002\n\uFB01ce", "office"),
                Arguments.of(
                        "recom\u0002\u00A0\nmendation, recom\u0002\u200Bmendation", "recommendation, recommendation"),
                Arguments.of(
                        "recom\u0002\u00AD\u2028mendation, recom\u00AD\u0002mendation",
                        "recommendation, recommendation"),
                Arguments.of("ac\u019F\u0002\non, ac\u0002\n\u019Fon", "action, action"),
                Arguments.of("cafe\u0301\u00ADs, cafe\u0301\u0002\ns", "caf\u00E9s, caf\u00E9s"),
                // A hyphen that was printed, beside a figure.
                Arguments.of("2018\u00AD19", "2018-19"),
                Arguments.of("2018\u00AD\n19", "2018-19"),
                Arguments.of("2024\u0002\r\n25", "2024-25"),
                Arguments.of("\u00A35\u00AD10 million", "\u00A35-10 million"),
                Arguments.of("\u00A35\u00AD\u00A310, \u00A31\uFFFE\n\u00A32", "\u00A35-\u00A310, \u00A31-\u00A32"),
                Arguments.of("5%\u00AD10%", "5%-10%"),
                Arguments.of("19\u00AD07\u00AD2018, 0300\u001F123", "19-07-2018, 0300-123"),
                Arguments.of("COVID\u00AD19, A\u0002\n47, sub\u00AD\n3", "COVID-19, A-47, sub-3"),
                Arguments.of("48\u0002\nhour, 24\u00ADhour", "48-hour, 24-hour"),
                Arguments.of("12\u00AD\nmonth, 7\uFFFEday, 101\u001FTeam", "12-month, 7-day, 101-Team"),
                Arguments.of("a change of \u00AD5 per cent (\u00AD3)", "a change of -5 per cent (-3)"),
                Arguments.of("2015 \u00AD 2018, 2019 \u00AD\n2020", "2015 - 2018, 2019 -\n2020"),
                Arguments.of("\u00AD ask\n\u00AD act\n\u00AD\nend \u00AD", "- ask\n- act\n\nend "),
                Arguments.of("in 2018\u00AD. The end.\u00AD\n5 officers", "in 2018. The end.\n5 officers"),
                // A hyphen that was printed, before a capital.
                Arguments.of("Anti\u00AD\nSocial", "Anti-Social"),
                Arguments.of("Anti\u00ADSocial", "Anti-Social"),
                Arguments.of("NON\u00AD\nCRIME, NON\u00ADCRIME, A\u001FLevel", "NON-CRIME, NON-CRIME, A-Level"),
                Arguments.of("\u4E2D\u00AD\n\u4E2D", "\u4E2D\u4E2D"),
                // A hyphen of a compound.
                Arguments.of("self\u0002\nassessment, Self\u00AD\nassessed", "self-assessment, Self-assessed"),
                Arguments.of("non\uFFFE\ncompliance, nonsense, non\u0002sense", "non-compliance, nonsense, nonsense"),
                Arguments.of("multi\u0002\nagency, multi\u0002\nple", "multi-agency, multiple"),
                Arguments.of("well\u0002\nled, well\u00ADsupported", "well-led, well-supported"),
                Arguments.of("cross\u0002\nborder, cross\u0002\ning", "cross-border, crossing"),
                Arguments.of("follow\u0002\nup, follow\u0002\ning", "follow-up, following"),
                Arguments.of("co\u0002\nordinate, co\u0002\nroner", "co-ordinate, coroner"),
                Arguments.of("part\u0002\ntime, part\u0002\nners", "part-time, partners"),
                Arguments.of("ex\u0002\npartner, ex\u0002\nample", "ex-partner, example"),
                Arguments.of("long\u0002\nterm, long\u0002\ner", "long-term, longer"),
                Arguments.of("high\u0002\nrisk, high\u0002\nlight", "high-risk, highlight"),
                Arguments.of("in\u0002\ndepth, in\u0002\nformation", "in-depth, information"),
                Arguments.of("three\u0002\nyear, two\u0002\nthirds", "three-year, two-thirds"),
                Arguments.of("twenty\u0002\nfive", "twenty-five"),
                Arguments.of("up\u0002\nto-date, day-to\u0002\nday", "up-to-date, day-to-day"),
                Arguments.of("state-of\u0002\nthe-art", "state-of-the-art"),
                Arguments.of("itself\u0002\nas, \u00E9self\u0002\nas", "itselfas, \u00E9selfas"),
                // Letters that a font has in one character.
                Arguments.of(
                        "\uFB01ve o\uFB03cers, \uFB02ag, o\uFB00er, sni\uFB04e", "five officers, flag, offer, sniffle"),
                Arguments.of("ac\u019Fon, \u019Fme, mul\u019F, ges\u019F\uFB01ed", "action, time, multi, gestified"),
                Arguments.of("\u019F, A\u019FA, 5\u019F, B\u019Fa", "\u019F, A\u019FA, 5\u019F, B\u019Fa"),
                // Spaces.
                Arguments.of("10\u00A0July\u20092018\u202F\u3000", "10 July 2018  "),
                Arguments.of("anti\u200Bsocial\uFEFF \u2060x", "antisocial x"),
                // Accents.
                Arguments.of("Sia\u0302n, cafe\u0301", "Si\u00E2n, caf\u00E9"),
                // Word.
                Arguments.of("\uF0B7\tOne\n \uF0A7 Two\n\uF0D8Three", "\u2022\tOne\n \u25AA Two\n\u27A2Three"),
                Arguments.of("\uF123\tOne\n\uF456Two", "\u2022\tOne\n\u2022 Two"),
                Arguments.of("\uF456\u201CTwo\u201D", "\u2022 \u201CTwo\u201D"),
                Arguments.of("Yes \uF0FC", "Yes \u2713"),
                Arguments.of("\uF0B35, \uF0A3 5 days, \uF0B1 3", "\u22655, \u2264 5 days, \u00B1 3"),
                Arguments.of("\uF0A3 5 days\n\uF0B1 3\n\uF0B9 0", "\u2264 5 days\n\u00B1 3\n\u2260 0"),
                Arguments.of("2 \uF0B4 3 \uF0B8 4 \uF0BB 1, 5 \uF0B0C", "2 \u00D7 3 \u00F7 4 \u2248 1, 5 \u00B0C"),
                Arguments.of("\uF02D5, 7 \uF02D 5\n\uF02D\tOne", "\u22125, 7 \u2212 5\n\u2013\tOne"),
                Arguments.of("\uF03C5, \uF03E 5", "<5, > 5"),
                Arguments.of(
                        "\uF0AD 5 per cent\n\uF0AF 3\n\uF0E1 2\n\uF0E2 1",
                        "\u2191 5 per cent\n\u2193 3\n\u2191 2\n\u2193 1"),
                Arguments.of("\uF0A8 Yes\n\uF0FE No\n\uF0FD None", "\u25A1 Yes\n\u2611 No\n\u2612 None"),
                Arguments.of("\uF0A3 Yes\n\uF052 No", "\u25A1 Yes\n\u2611 No"),
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
                Arguments.of("\u0002Social", "U+0002", "at its beginning"),
                Arguments.of("the \u0002Social", "U+0002", "after “the”"),
                Arguments.of("the end.\uFFFE\nThe force", "U+FFFE", "after “the end.”"),
                Arguments.of("more than\n\uF0CE5", "U+F0CE", "after “more than”"),
                Arguments.of("\uF0CE\u00A35", "U+F0CE", "at its beginning"),
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
        assertThat(PastedText.unreadable(pasted))
                .get()
                .asString()
                .contains(character, place, "look in the report and type what should be there", "remove it");
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
        // Accents outside the first 65,536 characters, such as those of music.
        LinearWork.isDoneBy(PastedText::clean, new LinearWork.Shape("a", "\uD834\uDD65\uD834\uDD6D", ""));
        LinearWork.isDoneBy(PastedText::clean);
        LinearWork.isDoneBy(PastedText::unreadable);
    }
}
