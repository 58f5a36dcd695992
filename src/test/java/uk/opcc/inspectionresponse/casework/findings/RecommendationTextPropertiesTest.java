package uk.opcc.inspectionresponse.casework.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.platform.text.PastedText;

@Label("Recommendations in one text, whatever it says,")
class RecommendationTextPropertiesTest {

    /** What stands at the begin of a line to tell them apart, and may go where it does. */
    private static final Pattern MARKS = Pattern.compile(
            "(?mi)^(?:[ \\t]*recommendation[ \\t]+\\d{1,3}\\b[ \\t]*[.:)–-]?[ \\t]*|[ \\t]*\\d{1,3}[.)](?:[ \\t]+|$)|[ \\t]*-{3,}[ \\t]*$)+");

    private static final Pattern LINE_OF_HYPHENS = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*$");
    /** It is none of them. */
    private static final Pattern TITLE = Pattern.compile("(?i)\\brecommendations?\\b(?![ \\t]*\\d)");

    private static final String RULE = "\n---\n";

    @Property
    @Label("lose nothing that was typed but the marks between them, and keep its order")
    void nothingIsLost(@ForAll("texts") String pasted) {
        Assume.that(!TITLE.matcher(PastedText.clean(pasted)).find());
        List<String> split = new RecommendationText(pasted).split();

        assertThat(split.stream()
                        .map(RecommendationTextPropertiesTest::withoutMarks)
                        .collect(Collectors.joining()))
                .isEqualTo(withoutMarks(PastedText.clean(pasted)));
    }

    @Property
    @Label("are none of them empty, or with white space around")
    void noneIsEmpty(@ForAll("texts") String pasted) {
        assertThat(new RecommendationText(pasted).split())
                .allSatisfy(single -> assertThat(single).isNotBlank().isEqualTo(single.strip()));
    }

    @Property
    @Label("are the same again where each is pasted below a line of hyphens")
    void again(@ForAll("texts") String pasted) {
        List<String> split = new RecommendationText(pasted).split();
        // "1. ---" is one that says "---", which can't stand between lines of hyphens.
        Assume.that(split.stream()
                .noneMatch(single -> LINE_OF_HYPHENS.matcher(single).find()));

        assertThat(new RecommendationText(RULE + String.join(RULE, split)).split())
                .isEqualTo(split);
    }

    @Provide
    Arbitrary<String> texts() {
        return LinearWork.texts();
    }

    private static String withoutMarks(String text) {
        StringBuilder words = new StringBuilder();
        MARKS.matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .forEach(words::appendCodePoint);
        return words.toString();
    }
}
