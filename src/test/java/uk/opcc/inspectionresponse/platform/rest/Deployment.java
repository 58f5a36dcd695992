package uk.opcc.inspectionresponse.platform.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Files that are deployed in one over REST, as Camunda Modeler does it. */
public final class Deployment {

    private static final String BOUNDARY = "------inspection-response-test";

    private final Map<String, String> files = new LinkedHashMap<>();

    /** Nothing yet. */
    public static Deployment empty() {
        return new Deployment();
    }

    /** The project's diagram, decision table and all forms. */
    public static Deployment ofTheProject() {
        return of(Path.of(""));
    }

    /** All that is in the folders of processes and forms below a folder. */
    public static Deployment of(Path parent) {
        Deployment deployment = new Deployment();
        for (String folder : new String[] {"processes", "forms"}) {
            try (Stream<Path> found = Files.list(parent.resolve(folder))) {
                for (Path file : found.sorted().toList()) {
                    deployment.with(file.getFileName().toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return deployment;
    }

    /** The same with a file in the place of, or beside, the others. */
    public Deployment with(String name, String content) {
        files.put(name, content);
        return this;
    }

    /** The names of the files. */
    public Set<String> names() {
        return Set.copyOf(files.keySet());
    }

    /** The text of one of the files. */
    public String text(String name) {
        return files.get(name);
    }

    /** Sends it. */
    public Door.Answer create(Door door) {
        StringBuilder body = new StringBuilder();
        part(body, "name=\"deployment-name\"", "from Modeler");
        files.forEach((name, content) -> part(body, "name=\"" + name + "\"; filename=\"" + name + "\"", content));
        body.append("--").append(BOUNDARY).append("--\r\n");
        return door.send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(body.toString())),
                "/deployment/create");
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
        body.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
    }
}
