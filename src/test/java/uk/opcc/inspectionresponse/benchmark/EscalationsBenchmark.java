package uk.opcc.inspectionresponse.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many inspections that reach day 50 at once, on PostgreSQL with fsync: at the packaged application, at a bare engine
 * whose timer leads to nothing, and at two servers of the application, in turn.
 */
@DisplayName("Escalations that are due at once")
class EscalationsBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int AT_ONCE = Integer.getInteger("benchmark.escalations", 80);
    private static final int SIDE_BY_SIDE = 4;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("beside a bare engine, and at two servers")
    void besideTheBareEngine() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .start();
                OfficeLifecycle application = OfficeLifecycle.start(server, folder);
                Lifecycle bare = BareLifecycle.start(server, folder)) {
            Map<String, List<Double>> aSecond = new LinkedHashMap<>();
            // One more round, which warms up and does not count.
            for (int round = 0; round <= ROUNDS; round++) {
                keep(round, aSecond, "bare", escalated(server, bare));
                keep(round, aSecond, "application", escalated(server, application));
            }
            try (OfficeLifecycle another = application.another(server, folder.resolve("another"))) {
                assertThat(another.database()).isEqualTo(application.database());
                for (int round = 0; round <= ROUNDS; round++) {
                    keep(round, aSecond, "two servers", escalated(server, application));
                }
            }
            aSecond.forEach((who, figures) -> System.out.printf(
                    "BENCHMARK escalations, %s: %.0f a second (%.0f to %.0f), median of %d rounds of %d%n",
                    who,
                    median(figures),
                    figures.stream().mapToDouble(one -> one).min().orElseThrow(),
                    figures.stream().mapToDouble(one -> one).max().orElseThrow(),
                    ROUNDS,
                    AT_ONCE));
            System.out.printf(
                    "BENCHMARK escalations: application over bare %.2f (wanted 0.9), two servers over one %.2f (wanted 1.6)%n",
                    median(aSecond.get("application")) / median(aSecond.get("bare")),
                    median(aSecond.get("two servers")) / median(aSecond.get("application")));
        }
    }

    private static void keep(int round, Map<String, List<Double>> aSecond, String who, double figure) {
        System.out.printf("%s, round %d: %.0f escalations a second%n", who, round, figure);
        if (round > 0) {
            aSecond.computeIfAbsent(who, each -> new ArrayList<>()).add(figure);
        }
    }

    /** From the first that has ended to the last one: how long a server slept before is no part of it. */
    private static double escalated(EmbeddedPostgres server, Lifecycle lifecycle) throws Exception {
        registerMany(lifecycle);
        JdbcClient database = JdbcClient.create(server.getDatabase("postgres", lifecycle.database()));
        int due = database.sql("update act_ru_job set duedate_ = timestamp '2001-01-01 00:00:00'"
                        + " where job_def_id_ in (select id_ from act_ru_jobdef where act_id_ = ?)")
                .param(lifecycle.escalation())
                .update();
        assertThat(due).isEqualTo(AT_ONCE);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(250))
                .atMost(Duration.ofMinutes(3))
                .until(() -> database.sql("select count(*) from act_ru_job where job_def_id_ in"
                                        + " (select id_ from act_ru_jobdef where act_id_ = ?)")
                                .param(lifecycle.escalation())
                                .query(Long.class)
                                .single()
                        == 0);
        double seconds = database.sql("select extract(epoch from max(last.timestamp_) - min(last.timestamp_)) from"
                        + " (select timestamp_ from act_hi_job_log where job_state_ = 2 and act_id_ = ?"
                        + " order by timestamp_ desc limit ?) last")
                .params(lifecycle.escalation(), AT_ONCE)
                .query(Double.class)
                .single();
        return (AT_ONCE - 1) / seconds;
    }

    private static void registerMany(Lifecycle lifecycle) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(people.submit(lifecycle::registered));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
