package uk.opcc.inspectionresponse.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** What the forms say: labels, descriptions, choices, texts, and what is wrong with an answer. */
final class SaidByForms {

    private static final Path FORMS = Path.of("forms");

    /** Where a form keeps what people read. */
    private static final Set<String> READ =
            Set.of("label", "dateLabel", "description", "text", "content", "patternMessage", "completeAs");

    /** A day that a form writes out, as it is put together from its parts. */
    private static final Pattern DAY = Pattern.compile("string\\(date\\((.+?)\\)\\.day\\).+?\\.year\\)");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** A text and what is put in after it, and a text or the end after that. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("(\"[^\"]*\") \\+ ([^\"+]+)(?: \\+ (?=\")|$)");

    private static final Pattern BEGIN_OR_END = Pattern.compile("\\{\\{[#/][^}]*}}");

    private SaidByForms() {}

    /** Everything, in the order of the files and of the fields. */
    static List<Said> all() throws IOException {
        List<Said> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FORMS)) {
            for (Path file : files.sorted().toList()) {
                collect(new ObjectMapper().readTree(file.toFile()), file.toString(), all);
            }
        }
        return all;
    }

    private static void collect(JsonNode node, String file, List<Said> all) {
        node.properties().forEach(property -> {
            boolean isRead =
                    READ.contains(property.getKey()) || property.getKey().startsWith("completeAs.");
            if (isRead && property.getValue().isTextual()) {
                all.add(new Said(file, words(property.getValue().asText())));
            } else {
                collect(property.getValue(), file, all);
            }
        });
        if (node.isArray()) {
            node.forEach(one -> collect(one, file, all));
        }
    }

    /** As it is read: without its elements, and with short names for what is put in. */
    private static String words(String text) {
        if (text.startsWith("=if ")) {
            return LITERAL.matcher(text)
                    .results()
                    .map(literal -> literal.group(1))
                    .collect(Collectors.joining(" or: "));
        }
        if (text.startsWith("=\"")) {
            return PUT_TOGETHER.matcher(text.substring(1)).replaceAll("$1{$2}").replace("\"", "");
        }
        String plain = BEGIN_OR_END.matcher(DAY.matcher(text).replaceAll("$1")).replaceAll(" ");
        return Jsoup.parse(plain.replace("{{", "{").replace("}}", "}")).text();
    }
}
