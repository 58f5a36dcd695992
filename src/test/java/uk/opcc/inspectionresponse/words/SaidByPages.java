package uk.opcc.inspectionresponse.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** What the application's own pages say, and the documents that it makes. */
final class SaidByPages {

    private static final Path PAGES = Path.of("src/main/resources/templates");

    /** A text in an attribute of Thymeleaf: in quotation marks, or between bars. */
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\\|([^|]*)\\|");

    private SaidByPages() {}

    /** Everything, in the order of the files and of their elements. */
    static List<Said> all() throws IOException {
        List<Said> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                collect(Jsoup.parse(Files.readString(file), "", Parser.xmlParser()), file.toString(), all);
            }
        }
        return all.stream().filter(Said::isWords).toList();
    }

    private static void collect(Element element, String file, List<Said> all) {
        boolean isReplaced = element.hasAttr("th:text") || element.hasAttr("th:utext") || element.hasAttr("th:replace");
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().startsWith("th:")) {
                Matcher text = TEXT.matcher(attribute.getValue());
                while (text.find()) {
                    String words = text.group(1) == null ? text.group(2) : text.group(1);
                    all.add(new Said(file, words.replaceAll("[$#@]\\{", "{").replaceAll("\\\\(.)", "$1")));
                }
            } else if (List.of("aria-label", "title", "alt", "placeholder").contains(attribute.getKey())) {
                all.add(new Said(file, attribute.getValue()));
            }
        }
        if (isReplaced || element.normalName().equals("style")) {
            return;
        }
        if (element.childNodes().stream().anyMatch(node -> node instanceof TextNode text && !text.isBlank())) {
            all.add(new Said(
                    file,
                    element.childNodes().stream()
                            .map(node -> node instanceof TextNode text
                                    ? text.getWholeText()
                                    : node instanceof Element child ? inSentence(child) : "")
                            .reduce("", String::concat)));
        }
        element.children().forEach(child -> {
            if (!isPlain(child)) {
                collect(child, file, all);
            }
        });
    }

    private static String inSentence(Element child) {
        return isPlain(child) ? child.text() : "{…}";
    }

    /** Whether an element says its own text alone, as a link in a sentence does. */
    private static boolean isPlain(Element element) {
        return element.attributes().asList().stream()
                        .noneMatch(one -> one.getKey().matches("th:(text|utext|replace|if|unless|each|block)"))
                && element.children().isEmpty()
                && List.of("a", "strong", "em", "code", "abbr", "b").contains(element.normalName());
    }
}
