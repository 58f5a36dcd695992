package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.CookieManager;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.start.ApplicationProcess;

@DisplayName("Two servers on one PostgreSQL")
class SeveralServersIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** That one server has for jobs. */
    private static final int THREADS = 10;

    /** More than the threads of both, so that some wait for a thread. */
    private static final int MAILS = 30;

    /** Without its end the work of a server that was killed stands still for weeks. */
    private static final Duration NOT_FOR_LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "come up together on an empty database, share sessions, timers and mails, and one goes on with what the"
                    + " other had begun when it was killed; one that is stopped ends what it has begun")
    void twoServers() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .start();
                ScriptedMailServer mails = ScriptedMailServer.at(0)) {
            Map<String, String> settings = Map.of(
                    "SPRING_PROFILES_ACTIVE", "postgres",
                    "DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                    "DATABASE_USER", "postgres",
                    "ADMIN_PASSWORD", ApplicationProcess.ADMIN_PASSWORD,
                    "MAIL_HOST", "localhost",
                    "MAIL_PORT", String.valueOf(mails.port()),
                    "MAIL_TLS_REQUIRED", "false");
            ApplicationProcess one = ApplicationProcess.start(folder.resolve("one"), settings);
            ApplicationProcess other = ApplicationProcess.start(folder.resolve("other"), settings);
            try (ConfigurableApplicationContext office = office(one, other, postgres)) {
                JdbcTemplate database = office.getBean(JdbcTemplate.class);
                assertThat(count(database, "ACT_RE_DEPLOYMENT")).isEqualTo(1);
                assertThat(count(database, "node")).isEqualTo(2);

                CookieManager cookies = new CookieManager();
                at(one, cookies).signsIn("admin", ApplicationProcess.ADMIN_PASSWORD);
                assertThat(at(other, cookies).sees(TASKLIST).statusCode()).isEqualTo(200);

                List<String> ordered = new ArrayList<>();
                killOneWhileBothSend(office, mails, one, at(other, cookies), ordered);
                assertThat(at(other, cookies).sees(TASKLIST).statusCode()).isEqualTo(200);
                stopWhileItSends(office, mails, other, ordered);

                try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                    Collection<String> states = Fates.in(connection).hold(ordered, mails, "on PostgreSQL");
                    assertThat(states).contains("accepted", "doubtful");
                }
                assertThat(database.queryForList("""
                                select count(*) from ACT_HI_ACTINST where ACT_ID_ = 'escalate-outstanding-work'
                                group by PROC_INST_ID_
                                """, Integer.class))
                        .as("each timer has fired once")
                        .hasSize(ordered.size())
                        .containsOnly(1);
                assertThat(count(database, "ACT_RU_INCIDENT")).isZero();
            } finally {
                one.kill();
                other.kill();
            }
        }
    }

    /** The engine of the office, which executes no jobs, for what people and time would do. */
    private ConfigurableApplicationContext office(
            ApplicationProcess one, ApplicationProcess other, EmbeddedPostgres postgres) {
        one.awaitReady();
        other.awaitReady();
        return new SpringApplicationBuilder(SendingProcess.class)
                .web(WebApplicationType.NONE)
                .profiles("postgres")
                .lazyInitialization(true)
                .run(
                        "--DATA_FOLDER=" + folder,
                        "--DATABASE_URL=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--DATABASE_USER=postgres",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.flyway.enabled=false",
                        "--spring.datasource.hikari.maximum-pool-size=2",
                        "--logging.level.root=warn");
    }

    private static void killOneWhileBothSend(
            ConfigurableApplicationContext office,
            ScriptedMailServer mails,
            ApplicationProcess killed,
            Visitor atTheOther,
            List<String> ordered) {
        JdbcTemplate database = office.getBean(JdbcTemplate.class);
        CountDownLatch slow = slow(mails);
        for (int number = 0; number < MAILS; number++) {
            ordered.add(SendingProcess.order(office, new Date()));
        }
        await().atMost(NOT_FOR_LONG).until(() -> beingSent(database) > THREADS);
        assertThat(atTheOther.sees(TASKLIST).statusCode())
                .as("people work while mails wait")
                .isEqualTo(200);
        killed.kill();
        slow.countDown();
        await().atMost(NOT_FOR_LONG).until(() -> due(database) == 0);
    }

    private static void stopWhileItSends(
            ConfigurableApplicationContext office,
            ScriptedMailServer mails,
            ApplicationProcess stopped,
            List<String> ordered) {
        JdbcTemplate database = office.getBean(JdbcTemplate.class);
        CountDownLatch slow = slow(mails);
        String last = SendingProcess.order(office, new Date());
        ordered.add(last);
        await().atMost(NOT_FOR_LONG).until(() -> beingSent(database) == 1);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(stopped::close);
        await().atMost(NOT_FOR_LONG).until(() -> stopped.output().contains("Shutting down the JobExecutor"));
        assertThat(stop).isNotDone();
        slow.countDown();
        stop.join();
        assertThat(database.queryForObject("select state from sent_mail where message_id = ?", String.class, last))
                .isEqualTo("accepted");
        assertThat(count(database, "node")).isZero();
        assertThat(count(database, "ACT_RU_JOB where LOCK_OWNER_ is not null")).isZero();
    }

    /** Lets the mail server keep everybody waiting until it is released, in the middle of a mail. */
    private static CountDownLatch slow(ScriptedMailServer mails) {
        CountDownLatch released = new CountDownLatch(1);
        mails.answering((step, line) -> {
            if (step == Step.DATA) {
                try {
                    released.await(NOT_FOR_LONG.toSeconds(), TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return null;
        });
        return released;
    }

    private static int beingSent(JdbcTemplate database) {
        return count(database, "sent_mail where state = 'sending'");
    }

    private static int due(JdbcTemplate database) {
        return count(
                database,
                "ACT_RU_JOB where TYPE_ = 'message' or HANDLER_TYPE_ = 'timer-transition' and DUEDATE_ < now()");
    }

    private static int count(JdbcTemplate database, String of) {
        return database.queryForObject("select count(*) from " + of, Integer.class);
    }

    private static Visitor at(ApplicationProcess server, CookieManager cookies) {
        return new Visitor(URI.create(server.address()).getPort(), cookies);
    }
}
