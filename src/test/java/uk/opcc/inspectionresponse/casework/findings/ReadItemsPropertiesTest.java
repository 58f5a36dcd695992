package uk.opcc.inspectionresponse.casework.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.platform.text.PastedText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

@Label("Items in one text, whatever it says,")
class ReadItemsPropertiesTest {

    /**
     * What stands at the begin of a line to tell them apart, and may go where it does, as does a remark that some are
     * left out, which becomes a doubt.
     */
    private static final Pattern MARKS = Pattern.compile(
            "(?mi)^(?:[ \\t]*recommendation[ \\t]*\\d{1,3}\\b[ \\t]*[.:)–-]?[ \\t]*|[ \\t]*\\(?\\d{1,3}(?:\\.\\d{1,3})?[.)]?(?:[ \\t]+|$)|[ \\t]*-{3,}[ \\t]*$|[ \\t]*o[ \\t]+|[ \\t]*\\(?[a-z][.)][ \\t]+|[ \\t]*\\((?:the )?recommendations?\\b[^()]{0,120}\\)[ \\t]*$)+");

    private static final Pattern MARK =
            Pattern.compile("(?mi)^[ \\t]*(?:-{3,}[ \\t]*$|\\(?\\d{1,3}\\b|recommendation(?:\\d|\\b)|[^\\p{L}\\n]*$)");

    private static final Pattern TITLE = Pattern.compile("(?i)\\brecommendations?\\b(?![ \\t]*\\d)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final String RULE = "\n---\n";

    private static final ReadItems READ = new ReadItems(DeliveredOffice.addressees());

    private static List<Item> read(String pasted) {
        return READ.read(pasted, "", LocalDate.of(2024, 3, 11));
    }

    @Property
    @Label("lose no word that was typed but the marks between them")
    void nothingIsLost(@ForAll("texts") String pasted) {
        String clean = PastedText.clean(pasted);
        Assume.that(!TITLE.matcher(clean).find() && !ReadItems.saysNothing(clean));
        Map<String, Integer> kept = new HashMap<>();
        read(pasted)
                .forEach(item -> words(item.text()).forEach((word, times) -> kept.merge(word, times, Integer::sum)));

        assertThat(words(MARKS.matcher(clean).replaceAll("\n")))
                .allSatisfy(
                        (word, times) -> assertThat(kept.getOrDefault(word, 0)).isGreaterThanOrEqualTo(times));
    }

    @Property
    @Label("are numbered from 1, and are none of them empty or with white space around")
    void noneIsEmpty(@ForAll("texts") String pasted) {
        List<Item> items = read(pasted);

        assertThat(items).allSatisfy(item -> {
            assertThat(item.text()).isNotBlank().isEqualTo(item.text().strip());
            assertThat(item.label()).isNotBlank();
            assertThat(item.addressees()).isNotEmpty();
        });
        assertThat(items.stream().map(Item::number))
                .isEqualTo(IntStream.rangeClosed(1, items.size()).boxed().toList());
    }

    @Property
    @Label("are the same again where each is pasted below a line of hyphens")
    void again(@ForAll("texts") String pasted) {
        // What cannot be read is refused before, and may be another character once the text around it was tidied.
        Assume.that(PastedText.unreadable(pasted).isEmpty());
        List<String> texts = read(pasted).stream().map(Item::text).toList();
        // "1. ---" is one that says "---", which can't stand between lines of hyphens.
        Assume.that(texts.stream().noneMatch(text -> MARK.matcher(text).find()));

        assertThat(read(RULE + String.join(RULE, texts)).stream().map(Item::text))
                .isEqualTo(texts);
    }

    @Provide
    Arbitrary<String> texts() {
        return LinearWork.texts();
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        WORD.matcher(text).results().forEach(found -> words.merge(found.group(), 1, Integer::sum));
        return words;
    }
}
