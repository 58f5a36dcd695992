package uk.opcc.inspectionresponse.oversight.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.opcc.inspectionresponse.platform.search.ManyCounted;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Every inspection, correction and copy that was sent again, newest first, of which a page is asked for.
 *
 * <p>The engine's own query for a page would compare all that there are with each other, column by column, to leave out
 * doubles which there cannot be; it is asked in SQL, so that a page comes from the index of when they began.
 */
@Component
class EveryInspection {

    /** Without what is no inspection of its own: the mails to colleagues, and what an inspection calls. */
    private static final String PAGE = listed("""
            select process.* from ACT_HI_PROCINST process where process.PROC_DEF_KEY_ not in ('%s', '%s')
            order by process.START_TIME_ desc, process.ID_ desc
            """);

    private static final String ALL =
            listed("select count(*) from ACT_HI_PROCINST process where process.PROC_DEF_KEY_ not in ('%s', '%s')");

    private static final String AT_MOST = listed("""
            select count(*) from (
                select process.ID_ from ACT_HI_PROCINST process
                where process.PROC_DEF_KEY_ not in ('%s', '%s') limit ?) some_of_them
            """);

    private static final String WORDS =
            """
            select process.ID_, coalesce(process.BUSINESS_KEY_, process.ID_), coalesce(title.TEXT_, '')
            from ACT_HI_PROCINST process
            left join ACT_HI_VARINST title
                on title.PROC_INST_ID_ = process.ID_ and title.EXECUTION_ID_ = process.ID_ and title.NAME_ = '%s'
            where process.PROC_DEF_KEY_ not in ('%s', '%s')
            order by process.START_TIME_ desc, process.ID_ desc
            """.formatted(ProcessVariables.TITLE.name(), DiagramIds.TELL_PEOPLE, DiagramIds.DELIVER_COPY);

    /** Rows that are fetched at once: without it PostgreSQL's driver takes all of them into memory. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;
    private final JdbcTemplate inParts;
    private final TransactionTemplate reading;
    private final HistoryService history;
    private final AsApplication application;
    private final ManyCounted counted;

    EveryInspection(
            JdbcClient database,
            DataSource source,
            PlatformTransactionManager transactions,
            HistoryService history,
            AsApplication application,
            Clock clock) {
        this.database = database;
        this.inParts = new JdbcTemplate(source);
        inParts.setFetchSize(AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.history = history;
        this.application = application;
        this.counted = new ManyCounted(clock);
    }

    /** How many there are; where there are more than 10,000, how many there were a minute ago. */
    int count() {
        return counted.of(
                most -> database.sql(AT_MOST).param(most).query(Integer.class).single(),
                () -> database.sql(ALL).query(Integer.class).single());
    }

    private static String listed(String sql) {
        return sql.formatted(DiagramIds.TELL_PEOPLE, DiagramIds.DELIVER_COPY);
    }

    /** Those that stand on a page. */
    List<HistoricProcessInstance> page(int skipped, int size) {
        return application.ask(() ->
                history.createNativeHistoricProcessInstanceQuery().sql(PAGE).listPage(skipped, size));
    }

    /** The ids of all whose title and reference are what is looked for. */
    List<String> idsOf(BiPredicate<String, String> wanted) {
        List<String> found = new ArrayList<>();
        reading.executeWithoutResult(begun -> inParts.query(WORDS, row -> {
            if (wanted.test(row.getString(3), row.getString(2))) {
                found.add(row.getString(1));
            }
        }));
        return found;
    }

    /** Those with these ids, in the order of the ids. */
    List<HistoricProcessInstance> withIds(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, HistoricProcessInstance> found = application
                .ask(() -> history.createHistoricProcessInstanceQuery()
                        .processInstanceIds(Set.copyOf(ids))
                        .list())
                .stream()
                .collect(Collectors.toMap(HistoricProcessInstance::getId, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }
}
