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
    @DisplayName("names every package of the code, and none that is not there")
    void packages() throws IOException {
        try (Stream<Path> folders = Files.list(PROJECT.resolve("src/main/java/uk/opcc/inspectionresponse"))) {
            List<String> packages = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            String table = readme.substring(readme.indexOf("## The code"));
            assertThat(found("`(\\w+)`(?=[^|\\n]*\\|)", table)).containsExactlyInAnyOrderElementsOf(packages);
        }
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
