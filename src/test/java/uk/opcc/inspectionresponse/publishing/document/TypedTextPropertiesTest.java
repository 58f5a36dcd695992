package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.platform.text.PastedText;

@Label("A typed text, whatever it says,")
class TypedTextPropertiesTest {

    /**
     * Of headings, tables and lists, which stand as another mark or as none: a document shows one sign for all bullets.
     */
    private static final Pattern MARKS =
            Pattern.compile("[-–o|#:\"•\\u2023\\u2043\\u00B7\\u2219\\u2981\\u25A0-\\u25FF\\u27A2\\u27A4\\u2756]");

    private static final Documents DOCUMENTS = new Documents(TheForm.office());

    @Property
    @Label("loses no character but white space and what nobody can read, and keeps its order")
    void nothingIsLost(@ForAll("texts") String typed) {
        assertThat(inOneRow(TypedText.of(typed).blocks().stream()
                        .map(TypedTextPropertiesTest::asTyped)
                        .collect(Collectors.joining())))
                .isEqualTo(inOneRow(PastedText.clean(typed)));
    }

    @Property
    @Label("is the same again where it is typed as it is shown")
    void again(@ForAll("texts") String typed) {
        String shown = TypedText.of(typed).blocks().stream()
                .map(TypedTextPropertiesTest::asTyped)
                .collect(Collectors.joining("\n"));

        assertThat(inOneRow(TypedText.of(shown).blocks().stream()
                        .map(TypedTextPropertiesTest::asTyped)
                        .collect(Collectors.joining())))
                .isEqualTo(inOneRow(PastedText.clean(shown)));
    }

    @Property(tries = 200)
    @Label(
            "stands whole in the HTML of the response, with no element that it made itself, and as XML that a parser takes")
    void html(@ForAll("texts") String typed) throws Exception {
        byte[] html = DOCUMENTS.html(new Response(
                "Custody", LocalDate.of(2026, 3, 2), "PEEL Inspection", typed, "None.", "None.", List.of()));

        Element findings = Jsoup.parse(new ByteArrayInputStream(html), "UTF-8", "", Parser.htmlParser())
                .selectFirst("section");
        assertThat(findings.select("*").stream().map(Element::tagName).distinct())
                .isSubsetOf(
                        "section", "h2", "h3", "h4", "p", "ul", "ol", "li", "br", "a", "span", "div", "table", "thead",
                        "tbody", "tr", "th", "td");
        assertThat(findings.select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey())
                        .distinct())
                .isSubsetOf("class", "href", "start", "value", "scope", "role", "tabindex", "aria-label");
        assertThat(findings.select("a").eachAttr("href"))
                .allSatisfy(link -> assertThat(link).matches("(?i)https?://[\\x21-\\x7E]+"));
        findings.select("h2").remove();
        assertThat(inOneRow(findings.wholeText()))
                .isEqualTo(inOneRow(TypedText.of(typed).blocks().stream()
                        .map(TypedTextPropertiesTest::withoutMarks)
                        .collect(Collectors.joining())));
        isXml(new String(html, StandardCharsets.UTF_8));
    }

    @Property(tries = 20)
    @Label("loses no word in any of the formats, whatever of it becomes a table, a heading or a list")
    void words(@ForAll("columns") String typed) {
        byte[] html = DOCUMENTS.html(inDocument(typed));
        byte[] empty = DOCUMENTS.html(inDocument(""));
        for (Format format : Format.values()) {
            String read = TheForm.textIn(format, DOCUMENTS.in(format, html));
            String without = TheForm.textIn(format, DOCUMENTS.in(format, empty));
            // A header row comes again on the next page.
            assertThat("acegt%".chars())
                    .allSatisfy(letter -> assertThat(count(letter, read) - count(letter, without))
                            .isGreaterThanOrEqualTo(count(letter, typed)));
        }
    }

    private static Response inDocument(String typed) {
        return new Response("Custody", LocalDate.of(2026, 3, 2), "PEEL Inspection", typed, "None.", "None.", List.of());
    }

    private static long count(int letter, String text) {
        return text.chars().filter(one -> one == letter).count();
    }

    @Provide
    Arbitrary<String> columns() {
        return Arbitraries.of(
                        "cat",
                        "age",
                        "# ",
                        "## ",
                        "- ",
                        "1. ",
                        "4. ",
                        "7% ",
                        "\t",
                        "\t",
                        "\t",
                        " | ",
                        " | ",
                        "\n",
                        "\n",
                        "\n",
                        "\"",
                        "|---|---|\n",
                        "ace\tgate\n",
                        "| tag | cat |\n")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> texts() {
        return LinearWork.texts();
    }

    private static void isXml(String html) throws Exception {
        javax.xml.parsers.DocumentBuilderFactory parsers = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        parsers.newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(
                        html.substring(html.indexOf("<section>"), html.indexOf("</section>") + 10))));
    }

    private static String asTyped(Block block) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < block.entries().size(); i++) {
            if (block instanceof Block.NumberedList list) {
                typed.append(list.numbers().get(i)).append(". ");
            } else if (block instanceof Block.BulletList) {
                typed.append("- ");
            }
            typed.append(block.entries().get(i).text()).append('\n');
        }
        return typed.toString();
    }

    private static String withoutMarks(Block block) {
        return block.entries().stream().map(Block.Entry::text).collect(Collectors.joining());
    }

    /** Without the marks of lists, headings and tables, of which a document makes what they mean. */
    private static String inOneRow(String text) {
        StringBuilder row = new StringBuilder();
        MARKS.matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !PastedText.isUnreadable(c))
                .filter(c -> !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .forEach(row::appendCodePoint);
        return row.toString();
    }
}
