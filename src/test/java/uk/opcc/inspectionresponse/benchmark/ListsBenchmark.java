package uk.opcc.inspectionresponse.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.InspectionResponseApplication;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

/**
 * How much longer the lists take as the years go by, on PostgreSQL: with 2,000 open inspections over 330, and with
 * 1,000,000 finished ones over 1,000. What is there is made of the rows of one that the application has made.
 */
@DisplayName("The lists")
class ListsBenchmark {

    private static final int WARM_UP = 40;
    private static final int MEASURED = 100;

    /** Columns that name something of the one inspection. */
    private static final Set<String> OF_ITS_OWN = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "task_id_",
            "var_scope_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "business_key_",
            "resource_id_");

    @Test
    @DisplayName("take as long with many inspections as with few")
    void grow() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .start();
                ConfigurableApplicationContext application = new SpringApplicationBuilder(
                                InspectionResponseApplication.class)
                        .run(
                                "--spring.profiles.active=postgres",
                                "--DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres"),
                                "--DATABASE_USER=postgres",
                                "--server.port=0",
                                // The office here does by hand what it would do at the same time.
                                "--camunda.bpm.job-execution.enabled=false",
                                "--ADMIN_PASSWORD=made-up-for-tests")) {
            JdbcTemplate database = application.getBean(JdbcTemplate.class);
            ProcessEngine engine = application.getBean(ProcessEngine.class);
            int port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
            Staff.employ(engine.getIdentityService());
            TheOffice office = new TheOffice(engine);
            ProcessInstance open = office.registers("The one that is open", "2026-11-20");
            ProcessInstance other = office.hasApproved("The one that is published", "2026-10-20");
            office.publishes(other);
            String reference = reference(engine, other);
            String task = office.task(open, "record-findings").getId();

            Visitor manager = signedIn(port, Groups.MANAGERS);
            Visitor officer = signedIn(port, Groups.POLICY_OFFICERS);
            Map<String, Request> ofTheOpen = new LinkedHashMap<>();
            ofTheOpen.put(
                    "tasks",
                    new Request(
                            officer,
                            "/camunda/api/engine/engine/default/task?sortBy=created&sortOrder=desc&maxResults=15"));
            ofTheOpen.put("a task's card", new Request(officer, "/camunda/api/office/tasks?ids=" + task));
            ofTheOpen.put(
                    "a task's inspection", new Request(officer, "/camunda/api/office/tasks/" + task + "/inspection"));
            ofTheOpen.put("what can be changed", new Request(officer, "/camunda/api/office/inspections/changeable"));
            ofTheOpen.put("audit", new Request(manager, "/audit"));
            ofTheOpen.put("audit, search", new Request(manager, "/audit?q=published"));
            ofTheOpen.put("audit of one", new Request(manager, "/audit/" + reference));
            ofTheOpen.put("evidence of one", new Request(manager, "/evidence/" + reference));
            Map<String, Request> ofTheFinished = new LinkedHashMap<>(ofTheOpen);
            ofTheFinished.put("register", new Request(manager, "/responses"));
            ofTheFinished.put("register, search", new Request(manager, "/responses?q=published"));

            copyOpen(database, open.getId(), 1, 330);
            Map<String, Long> few = measure(ofTheOpen);
            copyOpen(database, open.getId(), 331, 2_000);
            print("2,000 open over 330", few, measure(ofTheOpen));

            copyFinished(database, other.getId(), reference, 1, 1_000);
            few = measure(ofTheFinished);
            copyFinished(database, other.getId(), reference, 1_001, 1_000_000);
            print("1,000,000 finished over 1,000", few, measure(ofTheFinished));
        }
    }

    private record Request(Visitor by, String path) {}

    private static Visitor signedIn(int port, String role) {
        Visitor visitor = new Visitor(port);
        visitor.signsIn(role, Staff.password(role));
        return visitor;
    }

    private static String reference(ProcessEngine engine, ProcessInstance inspection) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(inspection.getId())
                .singleResult()
                .getBusinessKey();
    }

    private static void copyOpen(JdbcTemplate database, String inspection, int from, int to) {
        copy(database, "act_ru_execution", "proc_inst_id_ = '%s'".formatted(inspection), "", from, to);
        copy(database, "act_ru_task", "proc_inst_id_ = '%s'".formatted(inspection), "", from, to);
        String ofTasks = " in (select id_ from act_ru_task where proc_inst_id_ = '%s')".formatted(inspection);
        copy(database, "act_ru_identitylink", "task_id_" + ofTasks, "", from, to);
        copy(database, "act_ru_authorization", "resource_id_" + ofTasks, "", from, to);
        copy(database, "act_ru_variable", "proc_inst_id_ = '%s'".formatted(inspection), "reference", from, to);
        copy(database, "act_hi_procinst", "proc_inst_id_ = '%s'".formatted(inspection), "", from, to);
        copy(database, "act_hi_varinst", "proc_inst_id_ = '%s'".formatted(inspection), "reference", from, to);
        database.execute("vacuum analyze");
    }

    /** With what a list reads of each, and no texts: a million of these would fill the disk. */
    private static void copyFinished(JdbcTemplate database, String inspection, String reference, int from, int to) {
        copy(database, "act_hi_procinst", "proc_inst_id_ = '%s'".formatted(inspection), "", from, to);
        copy(
                database,
                "act_hi_varinst",
                "proc_inst_id_ = '%s' and name_ in ('title', 'reference')".formatted(inspection),
                "reference",
                from,
                to);
        copy(database, "register_entry", "reference = '%s'".formatted(reference), "", from, to);
        database.execute("update act_hi_procinst set end_time_ = start_time_, state_ = 'COMPLETED' where id_ like '%~"
                + inspection + "' and end_time_ is null");
        database.execute("vacuum analyze");
    }

    private static void copy(JdbcTemplate database, String table, String which, String ownVariable, int from, int to) {
        List<String> columns = database.queryForList(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                String.class,
                table);
        String values = columns.stream()
                .map(column -> value(table, column, ownVariable))
                .collect(Collectors.joining(", "));
        database.execute("insert into %s (%s) select %s from %s one cross join generate_series(%d, %d) number where %s"
                .formatted(table, String.join(", ", columns), values, table, from, to, which));
    }

    private static String value(String table, String column, String ownVariable) {
        boolean isOwn = OF_ITS_OWN.contains(column) || table.equals("register_entry") && column.equals("reference");
        if (isOwn) {
            return "number || '~' || one." + column;
        }
        if (column.equals("text_") && !ownVariable.isEmpty()) {
            return "case when one.name_ = '%s' then number || '~' || one.text_ else one.text_ end"
                    .formatted(ownVariable);
        }
        if (column.equals("start_time_") || column.equals("create_time_")) {
            return "one.%s - number * interval '10 minutes'".formatted(column);
        }
        if (column.equals("title") || column.equals("searched")) {
            return "'number ' || number || ' ' || one." + column;
        }
        return "one." + column;
    }

    private static Map<String, Long> measure(Map<String, Request> requests) {
        Map<String, Long> medians = new LinkedHashMap<>();
        requests.forEach((name, request) -> medians.put(name, median(request)));
        return medians;
    }

    /** Where it takes long, fewer times. */
    private static long median(Request request) {
        long[] nanoseconds = new long[MEASURED];
        int times = 0;
        long end = System.nanoTime() + 20_000_000_000L;
        for (int i = -WARM_UP; i < MEASURED && (times == 0 || System.nanoTime() < end); i++) {
            long begin = System.nanoTime();
            assertThat(request.by().sees(request.path()).statusCode()).isEqualTo(200);
            if (i >= 0 || System.nanoTime() > end) {
                nanoseconds[times++] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanoseconds, 0, times);
        return nanoseconds[times / 2];
    }

    private static void print(String what, Map<String, Long> few, Map<String, Long> many) {
        few.forEach((name, before) -> System.out.printf(
                "BENCHMARK lists, %s, %s: %.1f ms over %.1f ms, %.2f times%n",
                what, name, many.get(name) / 1e6, before / 1e6, (double) many.get(name) / before));
    }
}
