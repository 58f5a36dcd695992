package uk.opcc.inspectionresponse.publishing.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.search.ManyCounted;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The public register in the database. A response is in it from the moment of its publication, in the transaction of
 * the person who publishes; before that nothing of it is.
 */
@Component
public class Register {

    /** In a pattern of what is searched. */
    static final char ESCAPE = '!';

    private static final String ANEW = "The office approved and published this response again.";

    /** What a list shows: not what is searched, which is long. */
    static final String LISTED = "select reference, edition, title, inspection_type, report_published_on, published_on,"
            + " published_on_day, in_time, period_length, link, published_at, updated_at, imported_at"
            + " from register_entry";

    private static final int FEED_SIZE = 50;

    /** Characters of the items that the search finds, as many as the column has. */
    private static final int MOST_SEARCHED = 1_000_000;

    private final JdbcClient database;
    private final ApprovedResponses approved;
    private final ObjectMapper json;
    private final Clock clock;
    private final ManyCounted counted;

    Register(JdbcClient database, ApprovedResponses approved, ObjectMapper json, Clock clock) {
        this.database = database;
        this.approved = approved;
        this.json = json;
        this.clock = clock;
        this.counted = new ManyCounted(clock);
    }

    /**
     * Publishes the version that was approved last. Where it is published already nothing changes; where another
     * version of it is, this one becomes its next edition.
     */
    public void publish(String reference, Response response, Publication publication) {
        Optional<Entry> published = find(reference);
        int version = approvedVersion(reference);
        if (published.filter(Entry::isImported).isPresent()) {
            throw new IllegalStateException(
                    "Under " + reference + " an earlier response is in the register, which was imported");
        }
        if (published.isPresent()) {
            if (version != edition(published.get()).version()) {
                addEdition(published.get(), version, response, new Correction(ANEW, publication.by(), null));
            }
            return;
        }
        Instant now = clock.instant();
        insertEdition(reference, 1, version, now, response, new Correction(null, publication.by(), null));
        database.sql("""
                        insert into register_entry (reference, edition, title, inspection_type, report_published_on,
                            published_on, published_on_day, in_time, period_length, link, published_at, updated_at, searched,
                            searched_items)
                        values (:reference, 1, :title, :type, :reportPublishedOn,
                            :publishedOn, :publishedOnDay, :inTime, :periodLength, :link, :now, :now, :searched, :items)
                        """)
                .param("reference", reference)
                .param("title", response.title())
                .param("type", response.inspectionType())
                .param("reportPublishedOn", response.published())
                .param("publishedOn", publication.on())
                .param("publishedOnDay", publication.onDay())
                .param("inTime", publication.inTime())
                .param("periodLength", publication.periodLength())
                .param("link", publication.link())
                .param("now", atOffset(now))
                .param("searched", searched(reference, response))
                .param("items", searchedItems(response))
                .update();
    }

    /**
     * Publishes the version that was approved last as the next edition.
     *
     * @param corrected the edition from which the correction set out
     * @throws IllegalStateException if another has been published since, which this one would undo
     */
    public void correct(String reference, int corrected, Response response, Correction correction) {
        Entry entry = find(reference)
                .orElseThrow(() -> new IllegalStateException("The response " + reference + " is not published"));
        if (entry.edition() != corrected) {
            throw new IllegalStateException("The response " + reference
                    + " has been corrected by somebody else since this correction was begun, which would undo it."
                    + " Have an administrator stop this correction, and begin a new one.");
        }
        addEdition(entry, approvedVersion(reference), response, correction);
    }

    /**
     * Publishes the version that was approved last as the next edition, whose report was published on another day than
     * was recorded.
     *
     * @param period that of the right day
     */
    public void correctDate(String reference, Response response, StatutoryPeriod period, Correction correction) {
        Entry entry = find(reference)
                .orElseThrow(() -> new IllegalStateException("The response " + reference + " is not published"));
        addEdition(entry, approvedVersion(reference), response, correction);
        database.sql("""
                        update register_entry set report_published_on = ?, published_on_day = ?, in_time = ?,
                            period_length = ?
                        where reference = ?
                        """)
                .params(
                        period.published(),
                        period.dayOf(entry.publishedOn()),
                        period.isInTime(entry.publishedOn()),
                        period.length(),
                        reference)
                .update();
    }

    /** The response with this reference, if it is published. */
    public Optional<Entry> find(String reference) {
        return database.sql(LISTED + " where reference = ?")
                .param(reference)
                .query(Register::entry)
                .optional();
    }

    /** Those of some responses that the application has published, by their references. */
    public Map<String, Entry> entries(List<String> references) {
        return references.isEmpty()
                ? Map.of()
                : database
                        .sql(LISTED + " where imported_at is null and reference in (:references)")
                        .param("references", references)
                        .query(Register::entry)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Entry::reference, entry -> entry));
    }

    /** What the newest edition of a published response says. */
    public Optional<Response> texts(String reference) {
        return database.sql("select texts from published_response where reference = ? order by edition desc limit 1")
                .param(reference)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** What an edition of a published response says, from 1. */
    Response texts(String reference, int edition) {
        return database.sql("select texts from published_response where reference = ? and edition = ?")
                .params(reference, edition)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElseThrow();
    }

    /** What the newest editions of published responses say, by their references. */
    Map<String, Response> texts(List<String> references) {
        return references.isEmpty()
                ? Map.of()
                : database
                        .sql("""
                                select published.reference, published.texts
                                from published_response published
                                join register_entry entry
                                    on entry.reference = published.reference and entry.edition = published.edition
                                where entry.reference in (:references)
                                """)
                        .param("references", references)
                        .query((row, number) -> Map.entry(row.getString("reference"), read(row.getString("texts"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All editions of a published response, the first one first. */
    public List<Edition> editions(String reference) {
        return database.sql("""
                        select edition, version, published_at, reason, published_by, approved_by
                        from published_response
                        where reference = ?
                        order by edition
                        """)
                .param(reference)
                .query((row, number) -> new Edition(
                        row.getInt("edition"),
                        row.getInt("version"),
                        instant(row, "published_at"),
                        row.getString("reason"),
                        row.getString("published_by"),
                        row.getString("approved_by")))
                .list();
    }

    /** How many responses have all these words in their title, type or reference, or in the items of the report. */
    int count(List<String> patterns) {
        return patterns.isEmpty() ? counted.of(this::countUpTo, () -> countOf(patterns)) : countOf(patterns);
    }

    private int countUpTo(int most) {
        return database.sql("select count(*) from (select reference from register_entry limit ?) some_of_them")
                .param(most)
                .query(Integer.class)
                .single();
    }

    private int countOf(List<String> patterns) {
        return database.sql("select count(*) from register_entry where " + hasAll(patterns))
                .params(patterns)
                .query(Integer.class)
                .single();
    }

    /** Those of them that stand on a page of the list, newest first. */
    List<Entry> list(List<String> patterns, int size, int skipped) {
        return database.sql("""
                        %s
                        where %s
                        order by published_on desc, published_at desc, reference desc
                        limit ? offset ?
                        """.formatted(LISTED, hasAll(patterns)))
                .params(patterns)
                .param(size)
                .param(skipped)
                .query(Register::entry)
                .list();
    }

    /** Those that come in the list after one of them, or at its beginning. */
    List<Entry> after(Optional<Entry> last, int size) {
        return database.sql("""
                        %s
                        where %s
                        order by published_on desc, published_at desc, reference desc
                        limit ?
                        """.formatted(
                        LISTED, last.isPresent() ? "(published_on, published_at, reference) < (?, ?, ?)" : "true"))
                .params(last.map(entry ->
                                List.<Object>of(entry.publishedOn(), atOffset(entry.publishedAt()), entry.reference()))
                        .orElse(List.of()))
                .param(size)
                .query(Register::entry)
                .list();
    }

    /** Becomes another with each publication and each correction. */
    String state() {
        return database.sql("select count(*), sum(edition), max(updated_at) from register_entry")
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    /** The responses that the application has published, the latest first, so many at most. */
    public List<Entry> latest(int most) {
        return database.sql(LISTED + " where imported_at is null"
                        + " order by published_on desc, published_at desc, reference desc limit ?")
                .param(most)
                .query(Register::entry)
                .list();
    }

    /**
     * Those that were published or corrected last, newest first. No imported ones: whoever follows the feed would have
     * hundreds of them for new, and lose from sight what is.
     */
    List<Entry> changedLast() {
        return database.sql(LISTED + " where imported_at is null order by updated_at desc, reference desc limit ?")
                .param(FEED_SIZE)
                .query(Register::entry)
                .list();
    }

    /** What makes the ids of this office's feed its own. */
    Identity identity() {
        return database.sql("select id, created_at from register_identity")
                .query((row, number) -> new Identity(row.getString("id"), instant(row, "created_at")))
                .single();
    }

    /** Lets only one export at a time run, on all servers, till the end of the transaction. */
    void lock() {
        database.sql("select id from register_identity for update")
                .query(String.class)
                .single();
    }

    private Edition edition(Entry entry) {
        List<Edition> editions = editions(entry.reference());
        return editions.get(editions.size() - 1);
    }

    private int approvedVersion(String reference) {
        return approved.latestVersion(reference)
                .orElseThrow(() -> new IllegalStateException("No response of " + reference + " has been approved"));
    }

    private void addEdition(Entry entry, int version, Response response, Correction correction) {
        Instant now = clock.instant();
        int next = entry.edition() + 1;
        insertEdition(entry.reference(), next, version, now, response, correction);
        database.sql(
                        "update register_entry set edition = ?, title = ?, searched = ?, searched_items = ?, updated_at = ? where reference = ?")
                .params(
                        next,
                        response.title(),
                        searched(entry.reference(), response),
                        searchedItems(response),
                        atOffset(now),
                        entry.reference())
                .update();
    }

    private void insertEdition(
            String reference, int edition, int version, Instant now, Response response, Correction correction) {
        database.sql("""
                        insert into published_response (reference, edition, version, published_at, published_by,
                            approved_by, reason, texts)
                        values (:reference, :edition, :version, :publishedAt, :publishedBy, :approvedBy, :reason, :texts)
                        """)
                .param("reference", reference)
                .param("edition", edition)
                .param("version", version)
                .param("publishedAt", atOffset(now))
                .param("publishedBy", correction.by())
                .param("approvedBy", correction.approvedBy())
                .param("reason", correction.reason())
                .param("texts", write(response))
                .update();
    }

    /** What an earlier release has kept for the search may not be what is looked for now. */
    @EventListener(ApplicationStartedEvent.class)
    void bringSearchUpToDate() {
        for (Map.Entry<String, String> entry : database.sql("select reference, searched from register_entry")
                .query((row, number) -> Map.entry(row.getString("reference"), row.getString("searched")))
                .list()) {
            String now = SearchWords.plain(entry.getValue());
            if (!now.equals(entry.getValue())) {
                database.sql("update register_entry set searched = ? where reference = ? and searched = ?")
                        .params(now, entry.getKey(), entry.getValue())
                        .update();
            }
        }
        for (String reference : database.sql("select reference from register_entry where searched_items is null")
                .query(String.class)
                .list()) {
            texts(reference)
                    .ifPresent(response -> database.sql(
                                    "update register_entry set searched_items = ? where reference = ? and searched_items is null")
                            .params(searchedItems(response), reference)
                            .update());
        }
    }

    private static String searched(String reference, Response response) {
        return searched(reference, response.title(), response.inspectionType());
    }

    static String searched(String reference, String title, String inspectionType) {
        return SearchWords.plain(title + " " + inspectionType + " " + reference);
    }

    /** The labels and the texts of the items, and of the causes that hold them. */
    private static String searchedItems(Response response) {
        String items = response.recommendations().stream()
                .flatMap(answer -> Stream.concat(
                        Stream.ofNullable(answer.cause()).map(cause -> cause.label() + " " + cause.text()),
                        Stream.of(answer.label() + " " + answer.recommendation())))
                .distinct()
                .collect(Collectors.joining(" "));
        String searched = SearchWords.plain(items);
        return searched.substring(0, Math.min(searched.length(), MOST_SEARCHED));
    }

    private static String hasAll(List<String> patterns) {
        return "true "
                + ("and searched || ' ' || coalesce(searched_items, '') like ? escape '" + ESCAPE + "' ")
                        .repeat(patterns.size());
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("reference"),
                row.getInt("edition"),
                row.getString("title"),
                row.getString("inspection_type"),
                row.getObject("report_published_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getInt("published_on_day"),
                row.getBoolean("in_time"),
                row.getInt("period_length"),
                row.getString("link"),
                instant(row, "published_at"),
                instant(row, "updated_at"),
                row.getObject("imported_at") == null ? null : instant(row, "imported_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime atOffset(Instant moment) {
        return OffsetDateTime.ofInstant(moment, StatutoryPeriod.ZONE);
    }

    private String write(Response response) {
        try {
            return json.writeValueAsString(response);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response read(String texts) {
        try {
            return json.readValue(texts, Response.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Why and by whom an edition was made.
     *
     * @param reason null for the first edition
     * @param by user name
     * @param approvedBy user name; null for the first edition, which was approved as a whole
     */
    public record Correction(String reason, String by, String approvedBy) {}

    /** The register itself: an id that no other office's has, and since when it is there. */
    record Identity(String id, Instant since) {}
}
