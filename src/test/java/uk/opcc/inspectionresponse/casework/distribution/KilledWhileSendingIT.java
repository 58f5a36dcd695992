package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;

@DisplayName("A process that is killed while it sends")
class KilledWhileSendingIT {

    private static final int AT_RANDOM = 8;
    private static final int LONGEST_MILLISECONDS = 400;

    /** Each with a database of its own, at one time: this machine has two processors. */
    private static final int LINES = 2;

    /** Without libraries that are there for other tests, and that a start would load for nothing. */
    private static final String CLASSES = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(kotlin|hibernate-validator|Saxon|xalan|process-test-coverage).*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "at each step and 8 times at random, loses no mail, sends none twice, and records none as sent that was not")
    void killed() throws Exception {
        // The seed is printed, so that a failure can be repeated.
        long seed = new Random().nextLong();
        List<Kill> kills = new ArrayList<>();
        for (Step step : Step.values()) {
            kills.add(new Kill(step, 0));
        }
        Random random = new Random(seed);
        for (int number = 0; number < AT_RANDOM; number++) {
            kills.add(new Kill(null, random.nextInt(LONGEST_MILLISECONDS)));
        }
        ExecutorService lines = Executors.newFixedThreadPool(LINES);
        try {
            List<Callable<Line>> all = new ArrayList<>();
            for (int number = 0; number < LINES; number++) {
                int mine = number;
                Line line = new Line(folder.resolve("line-" + number));
                List<Kill> itsKills = IntStream.range(0, kills.size())
                        .filter(kill -> kill % LINES == mine)
                        .mapToObj(kills::get)
                        .toList();
                all.add(() -> line.suffers(itsKills));
            }
            List<State> states = new ArrayList<>();
            for (Future<Line> line : lines.invokeAll(all)) {
                states.addAll(line.get().holds(seed));
            }
            assertThat(states).contains(new State("doubtful"));
            assertThat(states.stream().filter(new State("accepted")::equals).count())
                    .isGreaterThan(kills.size());
        } finally {
            lines.shutdown();
        }
    }

    /** When to kill: as the server reaches a step, or some milliseconds after it has taken over the first mail. */
    private record Kill(Step step, int milliseconds) {}

    private record State(String name) {}

    /** One database with its mail server, and the processes that work on it one after the other. */
    private static final class Line {

        private final Path folder;
        private final ScriptedMailServer server = ScriptedMailServer.at(0);
        private final Queue<String> ordered = new ConcurrentLinkedQueue<>();

        Line(Path folder) {
            this.folder = folder;
        }

        Line suffers(List<Kill> kills) throws Exception {
            try (server) {
                for (Kill kill : kills) {
                    suffers(kill);
                }
                server.answering((step, line) -> null);
                Process last = start("finish");
                read(last);
                assertThat(last.waitFor(3, TimeUnit.MINUTES)).isTrue();
                assertThat(last.exitValue()).isZero();
            }
            return this;
        }

        private void suffers(Kill kill) throws Exception {
            Process process = start("order");
            CountDownLatch sends = new CountDownLatch(1);
            AtomicBoolean first = new AtomicBoolean(true);
            // Of the first mails of a process some get through, so that there is every state.
            int taken = server.received().size();
            server.answering((step, line) -> {
                if (kill.step == null) {
                    sends.countDown();
                } else if (step == kill.step && server.received().size() > taken + 2 && first.getAndSet(false)) {
                    destroy(process);
                }
                return null;
            });
            Thread reader = new Thread(() -> read(process), "output of the process");
            reader.start();
            if (kill.step == null) {
                assertThat(sends.await(2, TimeUnit.MINUTES)).isTrue();
                Thread.sleep(kill.milliseconds);
                destroy(process);
            }
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("killed").isTrue();
            reader.join();
        }

        private static void destroy(Process process) {
            try {
                process.destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Process start(String what) throws IOException {
            return new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            CLASSES,
                            SendingProcess.class.getName(),
                            folder.toString(),
                            String.valueOf(server.port()),
                            what)
                    .redirectErrorStream(true)
                    .start();
        }

        private void read(Process process) {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(SendingProcess.ORDERED)) {
                        ordered.add(line.substring(SendingProcess.ORDERED.length()));
                    }
                }
            } catch (IOException killed) {
                // What it had printed has been read.
            }
        }

        /** What the database says in the end, held against what the mail server has. */
        List<State> holds(long seed) throws SQLException {
            try (Connection connection = DriverManager.getConnection(SendingProcess.database(folder), "sa", "")) {
                return Fates.in(connection).hold(ordered, server, "seed " + seed).stream()
                        .map(State::new)
                        .toList();
            }
        }
    }
}
