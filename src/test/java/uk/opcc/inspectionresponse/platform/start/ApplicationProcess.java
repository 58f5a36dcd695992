package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application in a process of its own, as an office runs it. */
public final class ApplicationProcess implements AutoCloseable {

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    public static final String ADMIN_PASSWORD = "made-up-for-tests";

    private static final Pattern SERVING = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Inspection response is ready:");
    private static final long LONG_ENOUGH_MINUTES = 3;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CountDownLatch serving = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile int port;

    private ApplicationProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of the application");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it at a free port with these environment variables and no others of the application's. It is unpacked
     * before, as {@code java -Djarmode=tools} does it for operators: so it starts in half of the time.
     */
    public static ApplicationProcess start(Path dataFolder, Map<String, String> environment) {
        return start(Unpacked.JAR, dataFolder, environment);
    }

    private static ApplicationProcess start(Path jar, Path dataFolder, Map<String, String> environment) {
        List<String> command =
                List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar", jar.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(ADMIN|DATA|DATABASE|MAIL|SPRING|OFFICE|PORT).*"));
        builder.environment().put("PORT", "0");
        builder.environment().put("DATA_FOLDER", dataFolder.toString());
        builder.environment().putAll(environment);
        try {
            return new ApplicationProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it with an administrator's password and waits until it is ready. */
    public static ApplicationProcess started(Path dataFolder, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("ADMIN_PASSWORD", ADMIN_PASSWORD);
        ApplicationProcess application = start(dataFolder, all);
        application.awaitReady();
        return application;
    }

    /** Starts the jar itself with an administrator's password and waits until it is ready. */
    static ApplicationProcess startedFromTheJar(Path dataFolder) {
        ApplicationProcess application = start(jar(), dataFolder, Map.of("ADMIN_PASSWORD", ADMIN_PASSWORD));
        application.awaitReady();
        return application;
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().matches("inspection-response-.*\\.jar"))
                    .filter(file -> !file.getFileName().toString().contains("-sources"))
                    .toList();
            assertThat(jars).as("the packaged application in target").hasSize(1);
            return jars.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server answers, which is before the demo's inspections are there. */
    public void awaitServing() {
        await(serving);
    }

    /** Waits until it has said that it is ready. */
    public void awaitReady() {
        await(ready);
    }

    /** Where it is, such as {@code http://localhost:40123}. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** What it has printed. */
    public String output() {
        return output.toString();
    }

    /** Waits for its end and gives the exit code. */
    public int awaitExit() {
        try {
            assertThat(process.waitFor(LONG_ENOUGH_MINUTES, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Stops it as an operator does. */
    @Override
    public void close() {
        // The process itself would close its output, and what it says at its end could not be read.
        process.toHandle().destroy();
        awaitExit();
    }

    private void await(CountDownLatch sign) {
        try {
            boolean came = sign.await(LONG_ENOUGH_MINUTES, TimeUnit.MINUTES);
            if (!came || !process.isAlive()) {
                process.destroyForcibly();
                throw new AssertionError("The application did not come up:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher starting = SERVING.matcher(line);
                if (starting.find()) {
                    port = Integer.parseInt(starting.group(1));
                    serving.countDown();
                }
                if (READY.matcher(output).find() && line.contains("REST ")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            output.append(e);
        }
        // Nobody waits for what has ended.
        serving.countDown();
        ready.countDown();
    }

    private static final class Unpacked {

        private static final Path JAR = unpack();

        private static Path unpack() {
            Path jar = jar();
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "unpacked");
                Process tool = new ProcessBuilder(
                                JAVA,
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                assertThat(tool.waitFor(LONG_ENOUGH_MINUTES, TimeUnit.MINUTES)).isTrue();
                assertThat(tool.exitValue()).isZero();
                return folder.resolve(jar.getFileName());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
