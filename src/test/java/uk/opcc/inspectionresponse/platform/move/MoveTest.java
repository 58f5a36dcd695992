package uk.opcc.inspectionresponse.platform.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The move from H2 to PostgreSQL on the command line")
class MoveTest {

    private static final String FILE = "inspection-response.mv.db";
    private static final String EVERYTHING_THERE = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'
            """;

    @TempDir
    private static Path office;

    private static EmbeddedPostgres postgres;
    private static JdbcClient server;

    @TempDir
    private Path data;

    private JdbcClient target;
    private byte[] before;
    private String said;

    @BeforeAll
    static void anOfficeWithOneOfEachKind() throws Exception {
        postgres = EmbeddedPostgres.start();
        server = JdbcClient.create(postgres.getPostgresDatabase());
        DriverManagerDataSource file = h2(office);
        MadeTables.in(file, new MoveSettings(Map.of(), List.of()).after());
        JdbcClient h2 = JdbcClient.create(file);
        for (String rows : """
                insert into ACT_RU_EXECUTION (ID_, IS_ACTIVE_) values ('a child', true), ('the parent', false)
                update ACT_RU_EXECUTION set PARENT_ID_ = 'the parent' where ID_ = 'a child'
                insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, START_TIME_) values \
                    ('the parent', 'the parent', 'the parent', 'OPCCN/2018/7', 'any', '2018-10-28 01:30:00.123')
                insert into ACT_GE_BYTEARRAY (ID_, BYTES_) values ('none', null), ('empty', X''), ('bytes', X'00ff80')
                insert into ACT_RU_VARIABLE (ID_, NAME_, TYPE_, DOUBLE_, LONG_, TEXT_, VAR_SCOPE_) values \
                    ('v', 'Ärger 😀', 'double', 0.1, -9007199254740993, '', 'any')
                insert into approved_response values \
                    ('OPCCN/2018/7', 1, 'html', '%s', '2018-03-25', '2018-03-25 01:30:00.123456+01', X'%s')
                insert into directory_account (id, directory, stable_id, name, person, place, seen_at) values \
                    ('d', 'ldap', '1', 'jane', 'Jane', 'here', '2018-07-19 10:00:00+00')
                insert into directory_account_change (account, changed_at, changed_by, what, user_id, detail) values \
                    ('d', '2018-07-19 10:00:00+00', '', 'new', '', ''), ('d', '2018-07-19 10:00:00+00', '', 'new', '', '')
                delete from directory_account_change where number = 2
                update reference_number set last_number = 7 where registered_in = 2018
                insert into node values ('of before', '2018-07-19 10:00:00+00')
                """.formatted("0".repeat(64), "ab".repeat(100_000)).split("\n")) {
            h2.sql(rows).update();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void anEmptyDatabase() throws IOException {
        server.sql("create database office").update();
        target = JdbcClient.create(postgres.getDatabase("postgres", "office"));
        Files.copy(office.resolve(FILE), data.resolve(FILE));
        before = Files.readAllBytes(data.resolve(FILE));
    }

    @AfterEach
    void nothingInTheFileHasChanged() throws IOException {
        server.sql("drop database office with (force)").update();
        assertThat(data.resolve(FILE)).hasBinaryContent(before);
    }

    @Test
    @DisplayName(
            "leaves nothing in PostgreSQL where it is broken off; given again, it brings every value over, whichever row"
                    + " comes first, and all numbers go on")
    void everything() {
        assertThat(move(this::breakOff)).isEqualTo(1);
        assertThat(said).contains("The move was broken off", "give the command again");
        assertThat(text("select (" + EVERYTHING_THERE + ")::text")).isEqualTo("0");

        assertThat(move(line -> {})).as(said).isZero();

        assertThat(said)
                .containsPattern("act_ge_bytearray +3 +(\\w{12}) +3 +\\1")
                .contains("Everything was moved", data.resolve(FILE).toString())
                .doesNotContain("node ");
        assertThat(text("select parent_id_ || is_active_ from act_ru_execution where id_ = 'a child'"))
                .isEqualTo("the parenttrue");
        assertThat(text("select start_time_::text from act_hi_procinst"))
                .as("no zone takes part")
                .isEqualTo("2018-10-28 01:30:00.123");
        assertThat(text("select string_agg(id_ || coalesce(encode(bytes_, 'hex'), '-'), ' ' order by id_)"
                        + " from act_ge_bytearray"))
                .isEqualTo("bytes00ff80 empty none-");
        assertThat(text("select name_ || double_ || long_ || '<' || text_ || '>' from act_ru_variable"))
                .isEqualTo("Ärger 😀0.1-9007199254740993<>");
        assertThat(text("select approved_on || ' ' || (kept_at at time zone 'UTC') || ' ' || length(content)"
                        + " from approved_response"))
                .isEqualTo("2018-03-25 2018-03-25 00:30:00.123456 100000");
        assertThat(text("""
                        insert into directory_account_change (account, changed_at, changed_by, what, user_id, detail)
                        values ('d', now(), '', 'new', '', '') returning number::text
                        """)).as("a number that was used is not used again").isEqualTo("3");
        assertThat(text("select last_number::text from reference_number where registered_in = 2018"))
                .isEqualTo("7");
        assertThat(text("select count(*)::text from node")).isEqualTo("0");
        assertThat(text("select count(*)::text from pg_constraint where contype = 'f' and condeferrable"))
                .as("what a row refers to is looked for at once again")
                .isEqualTo("0");

        assertThat(move(line -> {})).as("a second time").isEqualTo(1);
        assertThat(said).contains("There is something in this PostgreSQL database already", "empty database");
    }

    @Test
    @DisplayName("is refused where another application has tables, and leaves them alone")
    void halfFilled() {
        target.sql("create table people (name text)").update();
        target.sql("insert into people values ('Jane')").update();
        assertThat(move(line -> {})).isEqualTo(1);
        assertThat(said).contains("already: people.", "Make a new, empty database", "Nothing was moved");
        assertThat(text("select name from people")).isEqualTo("Jane");
    }

    @Test
    @DisplayName("finds out a database that keeps something else than it was given")
    void different() {
        // Stands for what nobody has thought of: whatever text there is gets a blank at its end.
        for (String statement : List.of("create schema elsewhere", """
                        create function elsewhere.blank() returns trigger language plpgsql as
                        $$ begin new.name_ := new.name_ || ' '; return new; end $$
                        """, """
                        create function elsewhere.made() returns event_trigger language plpgsql as
                        $$ begin
                            if exists (select 1 from pg_event_trigger_ddl_commands()
                                    where object_identity = 'public.act_ru_variable' and command_tag = 'CREATE TABLE') then
                                create trigger blank before insert on public.act_ru_variable
                                for each row execute function elsewhere.blank();
                            end if;
                        end $$
                        """, """
                        create event trigger made on ddl_command_end when tag in ('CREATE TABLE')
                        execute function elsewhere.made()
                        """)) {
            target.sql(statement).update();
        }
        assertThat(move(line -> {})).as(said).isEqualTo(1);
        assertThat(said).contains("Not the same in PostgreSQL as in H2: act_ru_variable.", "Nothing was moved");
        assertThat(text("select (" + EVERYTHING_THERE + ")::text")).isEqualTo("0");
    }

    @Test
    @DisplayName("is refused while the application runs")
    void running() throws IOException {
        try (FileChannel file = FileChannel.open(data.resolve(FILE), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(move(line -> {})).isEqualTo(1);
            assertThat(said).contains("The application runs", "Stop it");
        }
    }

    @Test
    @DisplayName("is refused for what an earlier release has made, and says how that is brought up to date")
    void earlierRelease() throws IOException {
        change("delete from \"application_schema_history\" where \"version\" = '17'");
        assertThat(move(line -> {})).isEqualTo(1);
        assertThat(said).contains("Start this release once as before, with H2");
    }

    @Test
    @DisplayName("says in which inspection a character is that PostgreSQL cannot keep")
    void unknownCharacter() throws IOException {
        change("insert into ACT_HI_DETAIL (ID_, TYPE_, TIME_, PROC_INST_ID_, NAME_, TEXT_) values"
                + " ('x', 'VariableUpdate', '2018-07-19 10:00:00', 'the parent', 'n', 'a' || char(0) || 'b')");
        assertThat(move(line -> {})).isEqualTo(1);
        assertThat(said).contains("TEXT_", "ACT_HI_DETAIL", "of the inspection OPCCN/2018/7");
        assertThat(Move.canBeKept("half of a pair: \ud83d")).isFalse();
        assertThat(Move.canBeKept("a pair: 😀, a tab\t")).isTrue();
    }

    @Test
    @DisplayName("is refused where the settings name no file, no PostgreSQL, or something else than settings")
    void settings() {
        assertThat(move(Map.of("DATA_FOLDER", data.resolve("nowhere").toString())))
                .isEqualTo(1);
        assertThat(said).contains("There is no database in", "the same data folder as for the application");
        assertThat(move(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost/office")))
                .isEqualTo(1);
        assertThat(said).contains("name no file");
        assertThat(move(Map.of("DATABASE_URL", "jdbc:h2:mem:office"))).isEqualTo(1);
        assertThat(said).contains("name no PostgreSQL");
        assertThat(run(Map.of(), line -> {}, "move-to-postgresql", "now")).isEqualTo(1);
        assertThat(said).contains("Use \"move-to-postgresql\" alone");
    }

    /** When everything is there, and not kept yet. */
    private void breakOff(String line) {
        if (line.contains("compared")) {
            server.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
                    .param("inspection-response move")
                    .query()
                    .listOfRows();
        }
    }

    private int move(Map<String, String> settings) {
        return run(settings, line -> {}, "move-to-postgresql");
    }

    private int move(Consumer<String> watching) {
        return run(Map.of(), watching, "move-to-postgresql");
    }

    private int run(Map<String, String> settings, Consumer<String> watching, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATA_FOLDER",
                data.toString(),
                "SPRING_PROFILES_ACTIVE",
                "postgres",
                "DATABASE_URL",
                postgres.getJdbcUrl("postgres", "office"),
                "DATABASE_USER",
                "postgres"));
        environment.putAll(settings);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                watching.accept(line);
            }
        };
        int code = new MoveCommand(environment, out).run(arguments);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private void change(String statement) throws IOException {
        JdbcClient.create(h2(data)).sql(statement).update();
        before = Files.readAllBytes(data.resolve(FILE));
    }

    private String text(String question) {
        return target.sql(question).query(String.class).single();
    }

    private static DriverManagerDataSource h2(Path folder) {
        return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("inspection-response"), "sa", "");
    }
}
