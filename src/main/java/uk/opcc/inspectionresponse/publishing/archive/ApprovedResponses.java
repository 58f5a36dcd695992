package uk.opcc.inspectionresponse.publishing.archive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The approved responses in the database, each version once, and which boxes of it are ticked. Versions are only ever
 * added: what was approved stays as it was, also after the engine's history was cleaned up.
 */
@Component
public class ApprovedResponses {

    private final JdbcClient database;
    private final Clock clock;

    ApprovedResponses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps a version, unless it is the one that was kept last.
     *
     * @param html the original
     * @param rendered gives the other formats; asked only for a new version
     * @return the number of the version, if it is a new one
     */
    public Optional<Integer> keep(
            String reference, LocalDate approvedOn, KeptDocument html, Function<Format, KeptDocument> rendered) {
        boolean isThere = find(reference, Format.HTML)
                .filter(kept -> kept.sha256().equals(html.sha256()))
                .isPresent();
        if (isThere) {
            return Optional.empty();
        }
        int version = latestVersion(reference).orElse(0) + 1;
        for (Format format : Format.values()) {
            KeptDocument document = format == Format.HTML ? html : rendered.apply(format);
            database.sql("""
                            insert into approved_response (reference, version, format, sha256, approved_on, kept_at, content)
                            values (:reference, :version, :format, :sha256, :approvedOn, :keptAt, :content)
                            """)
                    .param("reference", reference)
                    .param("version", version)
                    .param("format", format.extension())
                    .param("sha256", document.sha256())
                    .param("approvedOn", approvedOn)
                    .param("keptAt", OffsetDateTime.ofInstant(clock.instant(), StatutoryPeriod.ZONE))
                    .param("content", document.content())
                    .update();
        }
        return Optional.of(version);
    }

    /** The version that was approved last, in a format. */
    public Optional<KeptDocument> find(String reference, Format format) {
        return latestVersion(reference).flatMap(version -> find(reference, version, format));
    }

    /** A version that was approved, whether or not another has been since. */
    public Optional<KeptDocument> find(String reference, int version, Format format) {
        return database.sql("""
                        select content, sha256 from approved_response
                        where reference = ? and version = ? and format = ?
                        """)
                .params(reference, version, format.extension())
                .query((row, number) -> new KeptDocument(row.getBytes("content"), row.getString("sha256")))
                .optional();
    }

    /**
     * Ticks a box of the version that was approved last; a box that is ticked stays as it is.
     *
     * @param box the id of its task in the diagram
     */
    public void tick(String reference, String box, LocalDate doneOn) {
        int version = latestVersion(reference)
                .orElseThrow(() -> new IllegalStateException("No response of " + reference + " has been approved"));
        tick(reference, version, box, doneOn);
    }

    /**
     * Ticks a box of a version, the one of which a copy was sent; a box that is ticked stays as it is.
     *
     * @param box the id of its task in the diagram
     */
    public void tick(String reference, int version, String box, LocalDate doneOn) {
        if (!ticks(reference, version).containsKey(box)) {
            database.sql("insert into office_use (reference, version, box, done_on) values (?, ?, ?, ?)")
                    .params(reference, version, box, doneOn)
                    .update();
        }
    }

    /**
     * Takes back that a box is ticked, of whichever version: the copy did not arrive.
     *
     * @return whether it was ticked; of several who take it back at one moment this is true for one
     */
    public boolean untick(String reference, String box) {
        return database.sql("delete from office_use where reference = ? and box = ?")
                        .params(reference, box)
                        .update()
                > 0;
    }

    /** When each ticked box of a version was done, by the id of its task in the diagram. */
    public Map<String, LocalDate> ticks(String reference, int version) {
        return database
                .sql("select box, done_on from office_use where reference = ? and version = ?")
                .params(reference, version)
                .query((row, number) -> Map.entry(row.getString("box"), row.getObject("done_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The references of those of which one of these boxes is ticked, by what was approved last, so many at most. */
    public List<String> withTicks(List<String> boxes, int most) {
        return database.sql("""
                        select reference from approved_response
                        where format = :format
                            and reference in (select reference from office_use where box in (:boxes))
                        group by reference
                        order by max(kept_at) desc, reference
                        limit :most
                        """)
                .param("format", Format.HTML.extension())
                .param("boxes", boxes)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** All versions that were approved, the first one first. */
    public List<ApprovedVersion> versions(String reference) {
        return database.sql("""
                        select version, approved_on, kept_at from approved_response
                        where reference = ? and format = ?
                        order by version
                        """)
                .params(reference, Format.HTML.extension())
                .query((row, number) -> new ApprovedVersion(
                        row.getInt("version"),
                        row.getObject("approved_on", LocalDate.class),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The number of the version that was approved last, from 1; none before the approval. */
    public Optional<Integer> latestVersion(String reference) {
        return database.sql("select max(version) from approved_response where reference = ?")
                .param(reference)
                .query(Integer.class)
                .optional();
    }
}
