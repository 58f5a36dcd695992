package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The packaged jar")
class PackagedJarIT {

    private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+)\\.jar");

    @Test
    @DisplayName(
            "has the list of the libraries that are in it, each with a licence, so that it is kept with the release")
    void libraries() throws IOException {
        assumeFalse("offline=true".equals(System.getProperty("maven.mode")), "Maven makes no list while it is offline");
        try (JarFile jar = new JarFile(jar().toFile())) {
            JsonNode list = new ObjectMapper().readTree(text(jar, "META-INF/sbom/application.cdx.json"));
            Set<String> listed = StreamSupport.stream(list.path("components").spliterator(), false)
                    .map(library -> library.path("name").asText() + "-"
                            + library.path("version").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> libraries = jar.stream()
                    .map(entry -> LIBRARY.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    // The classifier stands behind the version.
                    .map(name -> name.group(1).replaceAll("-(classes|scala-shaded)$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            // Spring Boot adds this one when it makes the jar.
            libraries.removeIf(library -> library.startsWith("spring-boot-jarmode-tools-"));
            assertThat(libraries).isNotEmpty();
            assertThat(listed).containsAll(libraries);
            assertThat(list.path("components"))
                    .allSatisfy(library -> assertThat(library.path("licenses"))
                            .as(library.path("purl").asText())
                            .isNotEmpty());
        }
    }

    @Test
    @DisplayName("has the licence and the notices with it")
    void licence() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            for (String file : List.of("LICENSE", "NOTICE")) {
                assertThat(text(jar, "META-INF/" + file)).isEqualTo(Files.readString(Path.of(file)));
            }
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("inspection-response-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        assertThat(jar.getEntry(name)).as(name).isNotNull();
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
