package uk.opcc.inspectionresponse.publishing.earlier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.publishing.register.EarlierResponse;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The imports in the database: what was checked, what is still to be imported, with its files, and what became of each
 * line. So one goes on after a restart where it was, on whichever server.
 */
@Component
class EarlierImports {

    private static final String ALL =
            "select id, source, state, checked_by, checked_at, decided_by, decided_at, ended_at, planned, unnamed, problem"
                    + " from earlier_import";

    private static final int LONGEST_PROBLEM = 4_000;
    private static final int LATEST = 50;

    private final JdbcClient database;
    private final Clock clock;

    EarlierImports(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens one.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another has not ended
     */
    String open(String source, String by) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                        insert into earlier_import (id, open_one, source, state, checked_by, checked_at, planned, unnamed)
                        values (?, 1, ?, ?, ?, ?, 0, '')
                        """)
                .params(id, source, name(EarlierImport.State.CHECKED), by, now())
                .update();
        return id;
    }

    /** Says what came out of the check. */
    void checked(String id, int planned, List<String> unnamed) {
        database.sql("update earlier_import set planned = ?, unnamed = ? where id = ?")
                .params(planned, String.join("\n", unnamed), id)
                .update();
    }

    /** Keeps a file until it is in the register. */
    void keep(String id, String name, Format format, KeptDocument document) {
        database.sql(
                        "insert into earlier_import_file (import_id, name, format, sha256, content) values (?, ?, ?, ?, ?)")
                .params(id, name, format.extension(), document.sha256(), document.content())
                .update();
    }

    /** Notes that a line is to be imported, with the files of these names. */
    void plan(String id, int line, String reference, EarlierResponse response, List<String> files) {
        database.sql("""
                        insert into earlier_import_line (import_id, line, outcome, title, words, attempts, reference,
                            inspection_type, report_published_on, published_on, link)
                        values (:id, :line, :outcome, :title, '', 0, :reference, :type, :report, :published, :link)
                        """)
                .param("id", id)
                .param("line", line)
                .param("outcome", name(ReportedLine.Outcome.NEW))
                .param("title", response.title())
                .param("reference", reference)
                .param("type", response.inspectionType())
                .param("report", response.reportPublishedOn())
                .param("published", response.publishedOn())
                .param("link", response.link())
                .update();
        for (int number = 1; number <= files.size(); number++) {
            database.sql("insert into earlier_import_named (import_id, line, number, name) values (?, ?, ?, ?)")
                    .params(id, line, number, files.get(number - 1))
                    .update();
        }
    }

    /** Notes that a line is refused. */
    void refuse(String id, int line, String title, List<String> problems) {
        add(id, line, ReportedLine.Outcome.REFUSED, title, String.join("\n", problems));
    }

    /** Notes that what a line says is in the register already. */
    void there(String id, int line, String title, String words) {
        add(id, line, ReportedLine.Outcome.THERE, title, words);
    }

    private void add(String id, int line, ReportedLine.Outcome outcome, String title, String words) {
        database.sql("""
                        insert into earlier_import_line (import_id, line, outcome, title, words, attempts)
                        values (?, ?, ?, ?, ?, 0)
                        """).params(id, line, name(outcome), title, words).update();
    }

    Optional<EarlierImport> find(String id) {
        return database.sql(ALL + " where id = ?")
                .param(id)
                .query(EarlierImports::row)
                .optional();
    }

    /** The one that has not ended. */
    Optional<EarlierImport> open() {
        return database.sql(ALL + " where open_one = 1")
                .query(EarlierImports::row)
                .optional();
    }

    /** The latest, the last one first. */
    List<EarlierImport> latest() {
        return database.sql(ALL + " order by checked_at desc, id limit ?")
                .param(LATEST)
                .query(EarlierImports::row)
                .list();
    }

    /** All lines of one, in their order. */
    List<ReportedLine> lines(String id) {
        return database.sql(
                        "select line, outcome, title, reference, words from earlier_import_line where import_id = ? order by line")
                .param(id)
                .query((row, number) -> new ReportedLine(
                        row.getInt("line"),
                        ReportedLine.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                        row.getString("title"),
                        row.getString("reference"),
                        row.getString("words").lines().toList()))
                .list();
    }

    /** How many lines have become what. */
    Map<ReportedLine.Outcome, Integer> counts(String id) {
        Map<ReportedLine.Outcome, Integer> counts = new EnumMap<>(ReportedLine.Outcome.class);
        for (ReportedLine.Outcome outcome : ReportedLine.Outcome.values()) {
            counts.put(
                    outcome,
                    database.sql("select count(*) from earlier_import_line where import_id = ? and outcome = ?")
                            .params(id, name(outcome))
                            .query(Integer.class)
                            .single());
        }
        return counts;
    }

    /** Begins to import what was checked; false where somebody has decided on it before. */
    boolean begin(String id, String by) {
        return database.sql(
                                "update earlier_import set state = ?, decided_by = ?, decided_at = ? where id = ? and state = ?")
                        .params(name(EarlierImport.State.IMPORTING), by, now(), id, name(EarlierImport.State.CHECKED))
                        .update()
                == 1;
    }

    /** Discards what was checked; false where somebody has decided on it before. */
    boolean discard(String id, String by) {
        boolean isDiscarded = database.sql("""
                                update earlier_import
                                set state = ?, decided_by = ?, decided_at = ?, ended_at = ?, open_one = null
                                where id = ? and state = ?
                                """)
                        .params(
                                name(EarlierImport.State.DISCARDED),
                                by,
                                now(),
                                now(),
                                id,
                                name(EarlierImport.State.CHECKED))
                        .update()
                == 1;
        if (isDiscarded) {
            dropFiles(id);
        }
        return isDiscarded;
    }

    /** Keeps all others, on all servers, from going on with an import till the end of the transaction. */
    boolean lock(String id) {
        return database.sql("select id from earlier_import where id = ? and state = ? for update")
                .params(id, name(EarlierImport.State.IMPORTING))
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The next response that is to be imported; one that was tried in vain holds up none of the others. */
    Optional<PlannedResponse> next(String id) {
        return next(id, "and attempts = 0 order by line").or(() -> next(id, "order by attempts, line"));
    }

    private Optional<PlannedResponse> next(String id, String which) {
        return database.sql("""
                        select line, reference, title, inspection_type, report_published_on, published_on, link
                        from earlier_import_line
                        where import_id = ? and outcome = ? %s
                        limit 1
                        """.formatted(which))
                .params(id, name(ReportedLine.Outcome.NEW))
                .query((row, number) -> new PlannedResponse(
                        row.getInt("line"),
                        row.getString("reference"),
                        new EarlierResponse(
                                row.getString("title"),
                                row.getString("inspection_type"),
                                row.getObject("report_published_on", LocalDate.class),
                                row.getObject("published_on", LocalDate.class),
                                row.getString("link"))))
                .optional();
    }

    /** The names of the files of a line, in its order. */
    List<String> filesOf(String id, int line) {
        return database.sql("select name from earlier_import_named where import_id = ? and line = ? order by number")
                .params(id, line)
                .query(String.class)
                .list();
    }

    /** A file that was kept, and its format. */
    Map.Entry<Format, KeptDocument> file(String id, String name) {
        return database.sql("select format, sha256, content from earlier_import_file where import_id = ? and name = ?")
                .params(id, name)
                .query((row, number) -> Map.entry(
                        Format.of(row.getString("format")).orElseThrow(),
                        new KeptDocument(row.getBytes("content"), row.getString("sha256"))))
                .single();
    }

    /**
     * Notes what became of a line; one that another has imported at the same moment, which this one had not seen yet,
     * stays imported.
     */
    void end(String id, int line, ReportedLine.Outcome outcome, String words) {
        database.sql(
                        "update earlier_import_line set outcome = ?, words = ? where import_id = ? and line = ? and outcome = ?")
                .params(name(outcome), words, id, line, name(ReportedLine.Outcome.NEW))
                .update();
    }

    /** Notes that a line was tried in vain, and says how often by now. */
    int triedInVain(String id, int line) {
        database.sql("update earlier_import_line set attempts = attempts + 1 where import_id = ? and line = ?")
                .params(id, line)
                .update();
        return database.sql("select attempts from earlier_import_line where import_id = ? and line = ?")
                .params(id, line)
                .query(Integer.class)
                .single();
    }

    /** Says why an import does not go on at the moment. */
    void isStopped(String id, String problem) {
        database.sql("update earlier_import set problem = ? where id = ?")
                .params(problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)), id)
                .update();
    }

    /** Ends one of which all lines are done. */
    void done(String id) {
        database.sql("update earlier_import set state = ?, ended_at = ?, open_one = null, problem = null where id = ?")
                .params(name(EarlierImport.State.DONE), now(), id)
                .update();
        dropFiles(id);
    }

    private void dropFiles(String id) {
        database.sql("delete from earlier_import_file where import_id = ?")
                .param(id)
                .update();
    }

    private static EarlierImport row(ResultSet row, int number) throws SQLException {
        return new EarlierImport(
                row.getString("id"),
                row.getString("source"),
                EarlierImport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("checked_by"),
                instant(row, "checked_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                instant(row, "ended_at"),
                row.getInt("planned"),
                row.getString("unnamed").lines().toList(),
                row.getString("problem"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), StatutoryPeriod.ZONE);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
