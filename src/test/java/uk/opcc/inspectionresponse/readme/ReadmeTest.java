package uk.opcc.inspectionresponse.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The README")
class ReadmeTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private final String readme = read("README.md");

    @Test
    @DisplayName("gives the two commands, and what runs in CI is its test command")
    void commands() {
        assertThat(readme).contains("```\nmvn spring-boot:run\n```").contains("```\nmvn verify\n```");
        assertThat(read(".ci/run").lines().filter(line -> line.startsWith("mvn")))
                .containsExactly("mvn verify");
        assertThat(read("pom.xml")).contains("<profile>demo</profile>");
    }

    @Test
    @DisplayName("says of every library why it is there")
    void libraries() {
        String pom = read("pom.xml");
        String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"))
                .replaceAll("(?s)<exclusions>.*?</exclusions>", "");
        assertThat(found("<artifactId>([^<]+)</artifactId>", own))
                .isNotEmpty()
                .allSatisfy(library -> assertThat(readme).contains("| `" + library + "` |"));
    }

    @Test
    @DisplayName("says of every package what its package-info says, and names none that is not there")
    void packages() throws IOException {
        Path code = PROJECT.resolve("src/main/java/uk/opcc/inspectionresponse");
        try (Stream<Path> files = Files.walk(code)) {
            List<String> rows = files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> !file.getParent().equals(code))
                    .map(file ->
                            "| `" + code.relativize(file.getParent()).toString().replace('/', '.') + "` | "
                                    + firstSentence(file) + " |")
                    .toList();
            assertThat(tableOfTheCode().filter(line -> line.startsWith("| `")))
                    .hasSizeGreaterThan(8)
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    /** The lines under the heading, till the next one, wherever it is. */
    private static Stream<String> tableOfTheCode() {
        String heading = "\n## The code\n";
        String page = Stream.of("README.md", "docs/architecture.md")
                .filter(file -> Files.exists(PROJECT.resolve(file)))
                .map(ReadmeTest::read)
                .filter(text -> text.contains(heading))
                .findFirst()
                .orElseThrow();
        String section = page.substring(page.indexOf(heading) + heading.length());
        return section.lines().takeWhile(line -> !line.startsWith("## "));
    }

    private static String firstSentence(Path file) {
        String javadoc = found("(?s)/\\*\\*(.*?)\\*/", read(file.toString())).get(0);
        return javadoc.replaceAll("(?m)^ \\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\.( .*)?$", "");
    }

    @Test
    @DisplayName("shows pictures that exist")
    void pictures() {
        assertThat(found("\\]\\((src/docs/[^)]+)\\)", readme))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(PROJECT.resolve(picture)).isRegularFile());
    }

    @Test
    @DisplayName("names settings that the application has")
    void settings() {
        String configuration =
                read("src/main/resources/application.yaml") + read("src/main/resources/application-postgres.yaml");
        String table = readme.substring(readme.indexOf("## Configuration"), readme.indexOf("## Operations"));
        assertThat(found("`((?:ADMIN|DATA|DATABASE|MAIL|PORT)[A-Z_]*)`", table))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(configuration).contains("${" + setting + ":"));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(PROJECT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
