package uk.opcc.inspectionresponse.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the packaged application takes to be up, beside a Camunda web application with nothing added: the two in
 * turn, on the same JVM, on an empty database and on one that is there. The target is a ratio of 1.3.
 */
@DisplayName("The start of the packaged application")
class StartUpBenchmark {

    private static final int RUNS = Integer.getInteger("benchmark.runs", 5);
    private static final String APPLICATION_IS_UP = "Inspection response is ready:";
    private static final String BARE_IS_UP = "Started BareCamunda in";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("against a bare Camunda web application")
    void againstBareCamunda() throws IOException, InterruptedException {
        Path jar = packaged();
        Path bareJar = BareCamundaJar.pack(jar, folder.resolve("bare.jar"));
        List<Long> first = new ArrayList<>();
        List<Long> again = new ArrayList<>();
        List<Long> bareFirst = new ArrayList<>();
        List<Long> bareAgain = new ArrayList<>();
        List<Long> demoFirst = new ArrayList<>();
        List<Long> demoAgain = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Path data = Files.createDirectory(folder.resolve("data-" + run));
            Path demo = Files.createDirectory(folder.resolve("demo-" + run));
            String database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bare-" + run);
            for (List<List<Long>> times :
                    List.of(List.of(bareFirst, first, demoFirst), List.of(bareAgain, again, demoAgain))) {
                times.get(0).add(start(bareJar, Map.of(), BARE_IS_UP, "--server.port=0", database));
                times.get(1).add(start(jar, environment(data, ""), APPLICATION_IS_UP));
                times.get(2).add(start(jar, environment(demo, "demo"), APPLICATION_IS_UP));
            }
        }
        print("empty database", bareFirst, first, demoFirst);
        print("database from before", bareAgain, again, demoAgain);
    }

    private static void print(String what, List<Long> bare, List<Long> application, List<Long> demo) {
        System.out.printf(
                "BENCHMARK start-up, %s, median of %d: bare Camunda %d ms, application %d ms, ratio %.2f (target 1.30);"
                        + " with the demo %d ms, ratio %.2f%n",
                what,
                bare.size(),
                median(bare),
                median(application),
                (double) median(application) / median(bare),
                median(demo),
                (double) median(demo) / median(bare));
    }

    private static long median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Map<String, String> environment(Path data, String profiles) {
        return Map.of(
                "PORT",
                "0",
                "DATA_FOLDER",
                data.toString(),
                "ADMIN_PASSWORD",
                "made-up-for-tests",
                "SPRING_PROFILES_ACTIVE",
                profiles);
    }

    /** Milliseconds from the start of the process to the line that says it is up. */
    private static long start(Path jar, Map<String, String> environment, String sign, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append(System.lineSeparator());
                if (line.contains(sign)) {
                    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
                }
            }
            throw new AssertionError(jar + " did not come up:" + System.lineSeparator() + output);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Path packaged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("inspection-response-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
