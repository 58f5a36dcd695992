package uk.opcc.inspectionresponse.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole inspections on PostgreSQL with fsync, by people who are signed in: through Tasklist's own door at the packaged
 * application, and beside it a diagram of the same shape on a bare engine with people's permissions, in turn.
 */
@DisplayName("Whole inspections")
class LifecycleBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 30);
    private static final int IN_A_ROUND = Integer.getInteger("benchmark.inspections", 12);
    private static final int SIDE_BY_SIDE = 4;
    private static final int SHOWN = 25;
    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)(?:(?:update|insert into|delete from) \\S+?(?=[\\s(])|select\\b.*?\\bfrom \\S+|select.*)");
    private static final String BEGINS = "a completion begins";
    private static final String ENDS = "a completion ends";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("beside a bare engine")
    void besideTheBareEngine() throws Exception {
        Path logs = Files.createDirectory(folder.resolve("statements"));
        // The server runs as a user of its own where the build runs as root.
        assertThat(logs.toFile().setWritable(true, false)).isTrue();
        assertThat(folder.toFile().setExecutable(true, false)).isTrue();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("logging_collector", "on")
                        .setServerConfig("log_directory", logs.toString())
                        .setServerConfig("log_filename", "all.log")
                        .setServerConfig("log_file_mode", "0644")
                        .setServerConfig("log_line_prefix", "%d:")
                        .start();
                Lifecycle application = OfficeLifecycle.start(server, folder);
                Lifecycle bare = BareLifecycle.start(server, folder)) {
            List<Lifecycle> both = List.of(bare, application);
            for (Lifecycle each : both) {
                sideBySide(each, WARM_UP);
                System.out.printf("%s has warmed up%n", each.database());
            }
            List<List<Measured>> rounds = List.of(new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round < ROUNDS; round++) {
                for (int which = 0; which < both.size(); which++) {
                    Measured measured = measured(both.get(which));
                    System.out.printf("%s, round %d: %s%n", both.get(which).database(), round + 1, measured);
                    rounds.get(which).add(measured);
                }
            }
            print("completion, p50", "ms", rounds, Measured::p50);
            print("completion, p99", "ms", rounds, Measured::p99);
            print("whole inspections", "a second", rounds, Measured::inspectionsASecond);
            List<Map<String, Double>> statements = new ArrayList<>();
            for (Lifecycle each : both) {
                statements.add(statements(server, logs.resolve("all.log"), each));
            }
            printStatements(statements);
        }
    }

    private static Measured measured(Lifecycle lifecycle) throws Exception {
        lifecycle.forget();
        for (int i = 0; i < IN_A_ROUND; i++) {
            lifecycle.inspection();
        }
        double[] times = lifecycle.milliseconds();
        long begin = System.nanoTime();
        sideBySide(lifecycle, 2 * IN_A_ROUND);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Measured(times[times.length / 2], times[times.length * 99 / 100], 2 * IN_A_ROUND / seconds);
    }

    private static void sideBySide(Lifecycle lifecycle, int inspections) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < inspections; i++) {
                all.add(people.submit(lifecycle::inspection));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static void print(
            String what, String unit, List<List<Measured>> rounds, ToDoubleFunction<Measured> figure) {
        List<Double> ratios = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> application = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(figure.applyAsDouble(rounds.get(0).get(round)));
            application.add(figure.applyAsDouble(rounds.get(1).get(round)));
            ratios.add(application.get(round) / bare.get(round));
        }
        System.out.printf(
                "BENCHMARK %s: bare %.1f, application %.1f %s; ratio %.2f (%.2f to %.2f), median of %d rounds%n",
                what,
                median(bare),
                median(application),
                unit,
                median(ratios),
                ratios.stream().mapToDouble(ratio -> ratio).min().orElseThrow(),
                ratios.stream().mapToDouble(ratio -> ratio).max().orElseThrow(),
                ROUNDS);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /**
     * As the server itself logs them, for each completion: those of its own, and of jobs and looks that fall into its
     * time.
     */
    private static Map<String, Double> statements(EmbeddedPostgres server, Path log, Lifecycle lifecycle)
            throws Exception {
        logStatements(server, "all");
        lifecycle.forget();
        try (Connection marks = server.getPostgresDatabase().getConnection();
                Statement statement = marks.createStatement()) {
            lifecycle.around(() -> mark(statement, BEGINS), () -> mark(statement, ENDS));
            for (int i = 0; i < 3; i++) {
                lifecycle.inspection();
            }
        } finally {
            lifecycle.around(() -> {}, () -> {});
            logStatements(server, "none");
        }
        int completions = lifecycle.milliseconds().length;
        Map<String, Double> kinds = new TreeMap<>();
        executed(log, lifecycle.database()).forEach((kind, number) -> kinds.put(kind, (double) number / completions));
        return kinds;
    }

    private static void printStatements(List<Map<String, Double>> statements) {
        System.out.printf(
                "BENCHMARK statements for each completion: bare %.1f, application %.1f (wanted 55 at most)%n",
                sum(statements.get(0)), sum(statements.get(1)));
        statements.get(1).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(kind -> System.out.printf(
                        "BENCHMARK   application %.1f, bare %.1f: %s%n",
                        kind.getValue(), statements.get(0).getOrDefault(kind.getKey(), 0.0), kind.getKey()));
    }

    private static double sum(Map<String, Double> kinds) {
        return kinds.values().stream().mapToDouble(number -> number).sum();
    }

    private static void mark(Statement statement, String mark) {
        try {
            statement.execute("select '" + mark + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void logStatements(EmbeddedPostgres server, String which) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + which + "'");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Between the marks alone: what asks whether a task is there yet is no part of its completion. */
    private static Map<String, Long> executed(Path log, String database) throws IOException {
        Map<String, Long> executed = new TreeMap<>();
        boolean within = false;
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("postgres:")) {
                    within = line.contains(BEGINS) || within && !line.contains(ENDS);
                    continue;
                }
                Matcher statement = STATEMENT.matcher(line);
                if (within && line.startsWith(database + ":LOG:  execute") && statement.find()) {
                    executed.merge(statement.group().toLowerCase(Locale.ROOT), 1L, Long::sum);
                }
            }
        }
        return executed;
    }

    private record Measured(double p50, double p99, double inspectionsASecond) {}
}
