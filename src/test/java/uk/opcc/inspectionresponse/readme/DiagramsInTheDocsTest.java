package uk.opcc.inspectionresponse.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What the documentation shows of the diagrams")
class DiagramsInTheDocsTest {

    private static final boolean WRITE = Boolean.getBoolean("docs.write");
    private static final String ANEW = "mvn test -Dtest=DiagramsInTheDocsTest -Ddocs.write=true";

    @Test
    @DisplayName("is the tasks that they have, with the days of the decision table")
    void tasks() throws IOException {
        holds("README.md", "tasks", new TablesOfDiagrams().tasks());
    }

    @Test
    @DisplayName("is the days of the decision table")
    void days() throws IOException {
        holds("docs/process-owners.md", "days", new TablesOfDiagrams().days());
        holds("docs/process-owners.md", "types", TablesOfDiagrams.types());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagrams")
    @DisplayName("is a picture of each as it is")
    void pictures(Path diagram) throws IOException {
        Path picture = Path.of("docs/images", diagram.getFileName().toString().replaceAll("\\.bpmn$", ".svg"));
        String drawn = ProcessPicture.of(diagram);
        if (WRITE) {
            Files.writeString(picture, drawn);
        }
        assertThat(picture).as("Make it with: %s", ANEW).isRegularFile();
        // Not isEqualTo: it would print both.
        assertThat(Files.readString(picture).equals(drawn))
                .as("%s shows %s as it is. Make it anew with: %s", picture, diagram, ANEW)
                .isTrue();
    }

    @Test
    @DisplayName("is no picture of a diagram that is not there")
    void noOtherPicture() throws IOException {
        List<String> diagrams = diagrams()
                .map(diagram -> diagram.getFileName().toString().replaceAll("\\.bpmn$", ".svg"))
                .toList();
        try (Stream<Path> files = Files.list(Path.of("docs/images"))) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".svg"))
                    .filter(file -> !diagrams.contains(file.getFileName().toString()))
                    .toList();
            if (WRITE) {
                for (Path other : others) {
                    Files.delete(other);
                }
            } else {
                assertThat(others).isEmpty();
            }
        }
    }

    static Stream<Path> diagrams() throws IOException {
        return TablesOfDiagrams.files(".bpmn").stream();
    }

    /** The text between the marks of that name, which a page has once. */
    private static void holds(String page, String name, String expected) throws IOException {
        String begin = "<!-- " + name + ": made from processes/ by the build, see CONTRIBUTING.md -->\n\n";
        String end = "\n\n<!-- end of " + name + " -->";
        String text = Files.readString(Path.of(page));
        assertThat(text).containsOnlyOnce(begin).containsOnlyOnce(end);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end, from - 2);
        if (WRITE) {
            Files.writeString(Path.of(page), text.substring(0, from) + expected + text.substring(Math.max(to, from)));
            return;
        }
        assertThat(text.substring(from, to))
                .as("%s between the marks. Make it anew with: %s", page, ANEW)
                .isEqualTo(expected);
    }
}
