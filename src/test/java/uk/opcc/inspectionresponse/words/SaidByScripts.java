package uk.opcc.inspectionresponse.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the scripts say that are added to Tasklist, Cockpit and Admin. */
final class SaidByScripts {

    private static final Path SCRIPTS = Path.of("src/main/resources/screens");

    /** A comment, a text in one of the three kinds of quotation marks, or a pattern. */
    private static final Pattern PART = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\\n]|\\\\.)*)'|`((?:[^`\\\\]|\\\\.)*)`"
                    + "|(?<=[\\[(=,:!])\\s*/(?![/*])(?:[^/\\\\\\n\\[]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*])+/",
            Pattern.DOTALL);

    /** Selectors and names of classes, which only the styles read. */
    private static final Pattern OF_STYLES = Pattern.compile(
            "[\\w.#\\[\\]=\\-:>~*(),\\s\"'^$]*[.#\\[>][\\w\\-\\[].*|((btn|alert|office|fjs)[a-z-]*[- {]).*|input, .*");

    private SaidByScripts() {}

    /** Everything, in the order of the files and of the lines. */
    static List<Said> all() throws IOException {
        List<Said> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".js")).sorted().toList()) {
                Matcher part = PART.matcher(Files.readString(file));
                while (part.find()) {
                    for (int kind = 1; kind <= 3; kind++) {
                        if (part.group(kind) != null) {
                            all.add(new Said(
                                    file.toString(),
                                    part.group(kind).replaceAll("\\$\\{", "{").replaceAll("\\\\(.)", "$1")));
                        }
                    }
                }
            }
        }
        return all.stream()
                .filter(Said::isWords)
                .filter(said -> !OF_STYLES.matcher(said.words()).matches())
                .toList();
    }
}
