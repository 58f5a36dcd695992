package uk.opcc.inspectionresponse.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Packs {@link BareCamunda} as the application is packed, with Camunda's libraries and nothing of the application's
 * own.
 */
final class BareCamundaJar {

    private static final String CLASSES = "BOOT-INF/classes/";

    /** What Boot would start by itself where it finds it, and what comes with it. */
    private static final Pattern OF_THE_APPLICATION = Pattern.compile("BOOT-INF/lib/(flyway|postgresql|spring-security|"
            + "spring-ldap|spring-boot-actuator|micrometer-core|micrometer-jakarta9|HdrHistogram|LatencyUtils|thymeleaf|attoparser|unbescape|oauth2|"
            + "nimbus|jsoup|openhtmltopdf|pdfbox|fontbox|xmpbox|graphics2d|icu4j|poi|xmlbeans|curvesapi|commons-math3|"
            + "camunda-spin|camunda-engine-plugin-spin).*");

    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Pattern JSON_AND_POSTGRES =
            Pattern.compile("BOOT-INF/lib/(postgresql|camunda-spin|camunda-engine-plugin-spin).*");

    private BareCamundaJar() {}

    /** With nothing but what its start needs. */
    static Path pack(Path application, Path into) throws IOException {
        return pack(application, into, NOTHING);
    }

    /** With what holds Json variables and reaches PostgreSQL besides. */
    static Path packWithJsonAndPostgres(Path application, Path into) throws IOException {
        return pack(application, into, JSON_AND_POSTGRES);
    }

    private static Path pack(Path application, Path into, Pattern besides) throws IOException {
        try (JarFile source = new JarFile(application.toFile())) {
            Manifest manifest = source.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), BareCamunda.class.getName());
            try (OutputStream file = Files.newOutputStream(into);
                    JarOutputStream bare = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : source.stream().toList()) {
                    if (isOfBoth(entry.getName())
                            || besides.matcher(entry.getName()).matches()) {
                        // As it is, compressed or not: the loader reads libraries in place only uncompressed.
                        JarEntry copy = new JarEntry(entry);
                        if (copy.getMethod() == JarEntry.DEFLATED) {
                            copy.setCompressedSize(-1);
                        }
                        bare.putNextEntry(copy);
                        try (InputStream content = source.getInputStream(entry)) {
                            content.transferTo(bare);
                        }
                    }
                }
                String name = BareCamunda.class.getName().replace('.', '/') + ".class";
                bare.putNextEntry(new JarEntry(CLASSES + name));
                try (InputStream content = BareCamunda.class.getResourceAsStream("/" + name)) {
                    content.transferTo(bare);
                }
            }
        }
        return into;
    }

    private static boolean isOfBoth(String name) {
        return name.equals(CLASSES)
                || !name.startsWith(CLASSES)
                        && !name.equals(JarFile.MANIFEST_NAME)
                        && !OF_THE_APPLICATION.matcher(name).matches();
    }
}
