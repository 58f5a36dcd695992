package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A typed text")
class TypedTextTest {

    @Test
    @DisplayName("has its paragraphs between empty lines, and its line breaks inside them")
    void paragraphs() {
        assertThat(read("\n\none\ntwo\r\nthree\n \t \n\n\nfour\n")).containsExactly("P one/two/three", "P four");
    }

    @Test
    @DisplayName("has lists of lines that begin with a hyphen or a number in order, with the number that was typed")
    void lists() {
        assertThat(read("We will:\n- ask\n- act\n  at once\n\n- and tell\n1. one\n2. two\n\n3. three\n5. five\n\nend"))
                .containsExactly("P We will:", "U ask|act/at once|and tell", "1 one|two|three", "5 five", "P end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5 degrees", "2018. A year", "1.5 million", "01. x", "a - b", "-", "- ", "1.", "–"})
    @DisplayName("has a paragraph where a line only looks like an item")
    void noList(String typed) {
        assertThat(read(typed)).containsExactly("P " + typed);
    }

    @Test
    @DisplayName("has nothing where nothing was typed")
    void nothing() {
        assertThat(read(null)).isEmpty();
        assertThat(read(" \n\t\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "see https://a.example/b., https://a.example/b",
        "(https://a.example/b), https://a.example/b",
        "https://a.example/b_(c)!, https://a.example/b_(c)",
        "HTTP://A.EXAMPLE/?q=1&r=2, HTTP://A.EXAMPLE/?q=1&r=2",
        "<https://a.example>, https://a.example",
        "https://a.example/ü, https://a.example/%C3%BC",
        "https://a.example/\u202Egpj, https://a.example/"
    })
    @DisplayName("has links where an address stands, without the punctuation around it")
    void links(String typed, String link) {
        assertThat(TypedText.of(typed)
                        .blocks()
                        .get(0)
                        .entries()
                        .get(0)
                        .lines()
                        .get(0)
                        .runs())
                .extracting(TypedText.Run::link)
                .filteredOn(found -> found != null)
                .containsExactly(link);
        assertThat(read(typed)).containsExactly("P " + typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "http://", "https://[", "data:text/html,x", "//a.example", "http://a b"})
    @DisplayName("has no link to what is no address of the web")
    void noLinks(String typed) {
        assertThat(TypedText.of(typed)
                        .blocks()
                        .get(0)
                        .entries()
                        .get(0)
                        .lines()
                        .get(0)
                        .runs())
                .extracting(TypedText.Run::link)
                .allMatch(link -> link == null || link.equals("http://a"));
    }

    private static List<String> read(String typed) {
        return TypedText.of(typed).blocks().stream()
                .map(block -> switch (block.kind()) {
                            case PARAGRAPH -> "P ";
                            case BULLETS -> "U ";
                            case NUMBERS -> block.start() + " ";
                        }
                        + block.entries().stream()
                                .map(entry -> entry.lines().stream()
                                        .map(line -> line.runs().stream()
                                                .map(TypedText.Run::text)
                                                .collect(Collectors.joining()))
                                        .collect(Collectors.joining("/")))
                                .collect(Collectors.joining("|")))
                .toList();
    }
}
