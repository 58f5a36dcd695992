package uk.opcc.inspectionresponse.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The diagrams and decision tables")
class NoScriptsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("have no scripts: nobody would compile, test or review them as code")
    void noScripts(Path file) throws IOException {
        assertThat(Files.readString(file))
                .doesNotContainPattern(
                        "(?i)scriptTask|<[a-z]+:script\\b|scriptFormat|expressionLanguage=\"(?!feel|juel)|<script\\b");
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.sorted().toList().stream();
        }
    }
}
