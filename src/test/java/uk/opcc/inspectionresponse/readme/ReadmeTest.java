package uk.opcc.inspectionresponse.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

@DisplayName("The README and the pages in docs")
class ReadmeTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final int LINES_OF_THE_README = 120;
    private static final String LINK = "\\]\\(([^)\\s]+)\\)";

    private final String readme = read("README.md");

    @Test
    @DisplayName("give the two commands, and what runs in CI is the test command")
    void commands() {
        assertThat(readme).contains("```\nmvn spring-boot:run\n```").contains("```\nmvn verify\n```");
        assertThat(read(".ci/run").lines().filter(line -> line.startsWith("mvn")))
                .containsExactly("mvn verify");
        assertThat(read("pom.xml")).contains("<profile>demo</profile>");
    }

    @Test
    @DisplayName("keep the README short: the rest is a page in docs")
    void length() {
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(LINES_OF_THE_README);
    }

    @Test
    @DisplayName("say of every library why it is there")
    void libraries() {
        String pom = read("pom.xml");
        String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"))
                .replaceAll("(?s)<exclusions>.*?</exclusions>", "");
        String table = section("docs/architecture.md", "## Built with");
        assertThat(found("<artifactId>([^<]+)</artifactId>", own))
                .isNotEmpty()
                .allSatisfy(library -> assertThat(table).contains("| `" + library + "` |"));
        assertThat(found("\\| `([^`]+)` \\|", table))
                .allSatisfy(library -> assertThat(own).contains("<artifactId>" + library + "</artifactId>"));
    }

    @Test
    @DisplayName("say of every package what its package-info says, and name none that is not there")
    void packages() throws IOException {
        Path code = PROJECT.resolve("src/main/java/uk/opcc/inspectionresponse");
        List<String> rows = files("src/main/java/uk/opcc/inspectionresponse", "package-info.java")
                .filter(file -> !file.getParent().equals(code))
                .map(file -> "| `"
                        + code.relativize(file.getParent())
                                .toString()
                                .replace('\\', '.')
                                .replace('/', '.')
                        + "` | " + firstSentence(file) + " |")
                .toList();
        assertThat(section("docs/architecture.md", "## The code").lines().filter(line -> line.startsWith("| `")))
                .hasSizeGreaterThan(8)
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    private static String firstSentence(Path file) {
        String javadoc =
                found("(?s)/\\*\\*(.*?)\\*/", read(file.toString())).findFirst().orElseThrow();
        return javadoc.replaceAll("(?m)^ \\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\.( .*)?$", "");
    }

    @Test
    @DisplayName("name settings that the application has, and each that a variable of the environment sets")
    void settings() throws IOException {
        String configuration =
                read("src/main/resources/application.yaml") + read("src/main/resources/application-postgres.yaml");
        String code = files("src/main/java", ".java")
                .map(file -> read(file.toString()))
                .collect(Collectors.joining());
        Set<String> known = new HashSet<>(keys("src/main/resources/application.yaml"));
        found("\\$\\{([a-z.-]+):", code).map(ReadmeTest::relaxed).forEach(known::add);
        List<String> variables =
                found("\\$\\{([A-Z][A-Z_]+):", configuration).distinct().toList();
        variables.stream().map(ReadmeTest::relaxed).forEach(known::add);

        List<String> named = section("docs/administrators.md", "## Configuration")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(settings -> found("`([A-Z][A-Z_]+)`", settings))
                // Spring's own.
                .filter(setting -> !setting.equals("SPRING_PROFILES_ACTIVE"))
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(setting -> assertThat(known).contains(relaxed(setting)));
        assertThat(named).containsAll(variables);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("lead to files and headings that exist")
    void links(String page) {
        assertThat(found(LINK, read(page)).filter(link -> !link.startsWith("http")))
                .allSatisfy(link -> {
                    Path target = link.startsWith("#")
                            ? PROJECT.resolve(page)
                            : PROJECT.resolve(page)
                                    .resolveSibling(link.replaceAll("#.*", ""))
                                    .normalize();
                    assertThat(target).startsWith(PROJECT).exists();
                    if (link.contains("#")) {
                        assertThat(headings(target)).contains(link.replaceAll(".*#", ""));
                    }
                });
    }

    @Test
    @DisplayName("can all be reached from the README, and show every picture that is kept for them")
    void reached() throws IOException {
        List<Path> linked = pages().flatMap(page -> found(LINK, read(page))
                        .filter(link -> !link.startsWith("http") && !link.startsWith("#"))
                        .map(link -> PROJECT.resolve(page)
                                .resolveSibling(link.replaceAll("#.*", ""))
                                .normalize()))
                .toList();
        assertThat(linked).containsAll(files("docs", ".md").toList());
        assertThat(linked).containsAll(files("docs/images", "").toList());
    }

    @Test
    @DisplayName("have decision records that say what was the case, what was decided and what follows")
    void decisions() throws IOException {
        List<Path> records = files("docs/decisions", ".md")
                .filter(record -> !record.endsWith("README.md"))
                .toList();
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(headings(record))
                        .as(record.toString())
                        .endsWith("context", "decision", "consequences"));
        // Without a gap, so that the next one has its number.
        for (int i = 0; i < records.size(); i++) {
            assertThat(records.get(i).getFileName().toString()).startsWith(String.format(Locale.ROOT, "%04d-", i + 1));
        }
    }

    static Stream<String> pages() throws IOException {
        return Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                                .map(PROJECT::resolve)
                                .filter(Files::exists),
                        files("docs", ".md"))
                .map(page -> PROJECT.relativize(page).toString().replace('\\', '/'));
    }

    /** The keys of a YAML file, with those above them, as {@link #relaxed} writes them. */
    private static Set<String> keys(String file) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(PROJECT.resolve(file)));
        return Objects.requireNonNull(yaml.getObject()).keySet().stream()
                .map(key -> relaxed(key.toString()))
                .collect(Collectors.toSet());
    }

    /** A name as Spring Boot compares them: {@code office.sign-in} is {@code OFFICE_SIGNIN}. */
    private static String relaxed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The heading of a page as GitHub and GitLab make an anchor of it. */
    private static List<String> headings(Path page) {
        return read(page.toString())
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceAll("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String section(String page, String heading) {
        String text = read(page);
        assertThat(text).as(page).contains(heading + "\n");
        String rest = text.substring(text.indexOf(heading + "\n") + heading.length());
        return rest.contains("\n## ") ? rest.substring(0, rest.indexOf("\n## ")) : rest;
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
            return files
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String read(String file) {
        try {
            return Files.readString(PROJECT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
