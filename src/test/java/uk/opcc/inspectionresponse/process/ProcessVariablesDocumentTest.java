package uk.opcc.inspectionresponse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page about the variables")
class ProcessVariablesDocumentTest {

    private static final Path PAGE = Path.of("docs/process-variables.md");

    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)+");

    @Test
    @DisplayName("is what the code says of them; -Ddocs.write=true writes it anew")
    void page() throws IOException {
        String page = """
                # The variables of the processes

                Forms and diagrams use them by these names. One that is not in this table is refused. *Local* ones belong to one
                task or one recommendation, all others to the whole process. `ProcessVariables.java` declares them, and a test
                writes this page from it.

                | variable | type | meaning | set by | kept in the history |
                | --- | --- | --- | --- | --- |
                %s
                """.formatted(ProcessVariables.all().values().stream()
                .map(ProcessVariablesDocumentTest::row)
                .collect(Collectors.joining("\n")));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("written by -Ddocs.write=true").hasContent(page);
    }

    @Test
    @DisplayName("names steps that the diagrams have")
    void steps() throws IOException {
        Set<String> inDiagrams = DiagramIdsTest.inDiagrams();
        assertThat(ProcessVariables.all().values())
                .allSatisfy(variable -> assertThat(inDiagrams)
                        .as(variable.name())
                        .containsAll(ID.matcher(variable.setBy())
                                .results()
                                .map(MatchResult::group)
                                .toList()));
    }

    @Test
    @DisplayName("keeps each change of what a form shows or takes")
    void ofForms() throws IOException {
        String forms;
        try (var files = Files.list(Path.of("forms"))) {
            forms = files.map(ProcessVariablesDocumentTest::text).collect(Collectors.joining());
        }
        assertThat(ProcessVariables.all().values().stream()
                        .filter(variable -> variable.kept() != KeptInHistory.EACH_CHANGE)
                        .map(ProcessVariable::name)
                        .toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(forms).doesNotContainPattern("\\b" + name + "\\b"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(ProcessVariable<?> variable) {
        return "| `" + variable.name() + "` | " + type(variable) + " | " + variable.meaning() + " | "
                + ID.matcher(variable.setBy()).replaceAll("`$0`") + " | " + kept(variable) + " |";
    }

    private static String kept(ProcessVariable<?> variable) {
        return switch (variable.kept()) {
            case EACH_CHANGE -> "each change";
            case LAST_VALUE -> "the last value";
            case NOTHING -> "no";
        };
    }

    private static String type(ProcessVariable<?> variable) {
        String name = variable.type()
                .getType()
                .getTypeName()
                .replaceAll("[a-z.]+\\.", "")
                .replaceAll("ProcessVariables\\$", "");
        if (name.equals("LocalDate")) {
            return "String: a day, as in 2018-07-19";
        }
        return variable.isPlain() ? name : "Json: " + name;
    }
}
