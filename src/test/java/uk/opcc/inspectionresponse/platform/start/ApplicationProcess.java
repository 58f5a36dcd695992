package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

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
    private final boolean hasDemo;
    private volatile int port;

    private ApplicationProcess(Process process, boolean hasDemo) {
        this.process = process;
        this.hasDemo = hasDemo;
        Thread reader = new Thread(this::read, "output of the application");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it at a free port with these environment variables and no others of the application's. It is unpacked
     * before, as {@code java -Djarmode=tools} does it for operators: so it starts in half of the time.
     */
    public static ApplicationProcess start(Path dataFolder, Map<String, String> environment) {
        return start(Unpacked.command(), dataFolder, environment);
    }

    private static ApplicationProcess start(List<String> command, Path dataFolder, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(ADMIN|DATA|DATABASE|MAIL|SPRING|OFFICE|PORT).*"));
        builder.environment().put("PORT", "0");
        builder.environment().put("DATA_FOLDER", dataFolder.toString());
        builder.environment().putAll(environment);
        try {
            return new ApplicationProcess(
                    builder.start(),
                    builder.environment()
                            .getOrDefault("SPRING_PROFILES_ACTIVE", "")
                            .contains("demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command has said, and its exit code. */
    public record Ended(String output, int code) {}

    /** Gives it a command, as an operator does in the place of a start, and waits for its end. */
    public static Ended runs(Path dataFolder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(Unpacked.command());
        command.addAll(List.of(arguments));
        ApplicationProcess application = start(command, dataFolder, environment);
        int code = application.awaitExit();
        application.awaitSilence();
        return new Ended(application.output(), code);
    }

    /** Starts it with an administrator's password and waits until it is ready. */
    public static ApplicationProcess started(Path dataFolder, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("ADMIN_PASSWORD", ADMIN_PASSWORD);
        ApplicationProcess application = start(dataFolder, all);
        application.awaitReady();
        return application;
    }

    /** Starts it as an office does, with nothing that shortens a test, and waits until it is ready. */
    public static ApplicationProcess startedAsInTheOffice(Path dataFolder, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512m"));
        // Such as a profiler's.
        Stream.of(System.getProperty("benchmark.java", "").split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-jar", jar().toString()));
        ApplicationProcess application = start(command, dataFolder, all);
        application.awaitReady();
        return application;
    }

    /** Starts the jar itself with an administrator's password and waits until it is ready. */
    static ApplicationProcess startedFromTheJar(Path dataFolder) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(Unpacked.OPTIONS);
        command.addAll(List.of("-jar", jar().toString()));
        ApplicationProcess application = start(command, dataFolder, Map.of("ADMIN_PASSWORD", ADMIN_PASSWORD));
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

    /** Waits until it has said that it is ready and, with the demo, that all inspections are there. */
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

    private void awaitSilence() {
        try {
            assertThat(ready.await(LONG_ENOUGH_MINUTES, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
            boolean isReady = false;
            boolean isWhole = !hasDemo;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher starting = SERVING.matcher(line);
                if (starting.find()) {
                    port = Integer.parseInt(starting.group(1));
                    serving.countDown();
                }
                isReady |= READY.matcher(output).find() && line.contains("REST ");
                isWhole |= line.contains("The inspections of the demo are there.");
                if (isReady && isWhole) {
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

    /** Unpacked once for all processes that run tests side by side, with what each start would load from it. */
    private static final class Unpacked {

        private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
        private static final String CLASSES = "classes.jsa";

        private static final Path JAR = unpack();

        private static List<String> command() {
            List<String> command = new ArrayList<>(List.of(JAVA));
            command.addAll(OPTIONS);
            Path classes = JAR.resolveSibling(CLASSES);
            if (Files.exists(classes)) {
                // A third less of the processor at each start.
                command.add("-XX:SharedArchiveFile=" + classes);
            }
            command.addAll(List.of("-jar", JAR.toString()));
            return command;
        }

        private static Path unpack() {
            Path jar = jar();
            try {
                Path folder = jar.resolveSibling("unpacked-" + sum(jar));
                Path unpacked = folder.resolve(jar.getFileName());
                Path done = folder.resolve("done");
                try (FileChannel channel = FileChannel.open(
                                folder.resolveSibling("unpacked.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        FileLock turn = channel.lock()) {
                    if (turn.isValid() && !Files.exists(done)) {
                        run(List.of(
                                JAVA,
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString()));
                        List<String> training = new ArrayList<>(List.of(JAVA));
                        training.addAll(OPTIONS);
                        training.addAll(List.of(
                                "-XX:ArchiveClassesAtExit=" + folder.resolve(CLASSES),
                                "-Dspring.context.exit=onRefresh",
                                "-jar",
                                unpacked.toString(),
                                "--server.port=0",
                                "--ADMIN_PASSWORD=" + ADMIN_PASSWORD,
                                "--DATA_FOLDER=" + folder.resolve("data").toAbsolutePath()));
                        run(training);
                        Files.createFile(done);
                    }
                }
                return unpacked;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Of what is in it: a build has always the same time. */
        private static String sum(Path jar) throws IOException {
            CRC32 sum = new CRC32();
            try (InputStream content = new CheckedInputStream(Files.newInputStream(jar), sum)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return Long.toHexString(sum.getValue());
        }

        private static void run(List<String> command) throws IOException {
            Process tool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertThat(tool.waitFor(LONG_ENOUGH_MINUTES, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            assertThat(tool.exitValue()).as("%s", command).isZero();
        }
    }
}
