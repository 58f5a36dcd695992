package uk.opcc.inspectionresponse.released;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.InspectionResponseApplication;

@DisplayName("A diagram of today, or of a release")
class ReleasedDiagramsTest {

    private static final Pattern CALL =
            Pattern.compile("camunda:(?:delegateExpression|expression)=\"|\\bdelegateExpression=\"");
    private static final Pattern BEAN = Pattern.compile("[#$]\\{\\s*(\\w+)");

    private final Set<String> written = beansWithTheirNameWritten();

    static Stream<Path> diagrams() throws IOException {
        try (Stream<Path> today = Files.list(Path.of("processes"))) {
            return Stream.concat(
                            today.sorted().toList().stream(),
                            Release.all().stream().flatMap(release -> release.processes().stream()))
                    .filter(file -> file.toString().endsWith(".bpmn"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagrams")
    @DisplayName("calls beans by names that are written out, so that no move and no new name of a class breaks it")
    void beans(Path diagram) throws IOException {
        Set<String> called = called(Files.readString(diagram));
        assertThat(called).isNotEmpty();
        assertThat(written).containsAll(called);
    }

    private static Set<String> called(String diagram) {
        Matcher call = CALL.matcher(diagram);
        Set<String> names = new TreeSet<>();
        while (call.find()) {
            Matcher bean = BEAN.matcher(diagram.substring(call.end(), diagram.indexOf('"', call.end())));
            assertThat(bean.find()).isTrue();
            names.add(bean.group(1));
        }
        return names;
    }

    private static Set<String> beansWithTheirNameWritten() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scanner.findCandidateComponents(InspectionResponseApplication.class.getPackageName()).stream()
                .map(bean -> ((AnnotatedBeanDefinition) bean)
                        .getMetadata()
                        .getAnnotations()
                        .get(Component.class)
                        .getString("value"))
                .collect(Collectors.toSet());
    }
}
