package uk.opcc.inspectionresponse.publishing.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which inspections are related: each of the two names the other, for good. */
@Component
public class RelatedInspections {

    private final JdbcClient database;

    RelatedInspections(JdbcClient database) {
        this.database = database;
    }

    /** How the report of one inspection is related to that of another. */
    public enum Relation {
        /** It looks again at what the other found, as a PEEL report after an accelerated cause of concern. */
        COMES_AFTER("comes-after", "Comes after", "Is followed by"),
        /** As a national report and the one on the force. */
        SAME_SUBJECT("same-subject", "Is on the same subject as", "Is on the same subject as"),
        /** As an inspection within a review. */
        PART_OF("part-of", "Is a part of", "Includes"),
        /** It needs no response of its own. */
        ANSWERED_BY("answered-by", "Is answered by the response to", "Its response also answers"),
        /** It was registered twice. */
        SAME_REPORT("same-report", "Is the same report as", "Is the same report as");

        private final String key;
        private final String words;
        private final String otherWay;

        Relation(String key, String words, String otherWay) {
            this.key = key;
            this.words = words;
            this.otherWay = otherWay;
        }

        /** The words before the title of the other report. */
        public String words() {
            return words;
        }

        /**
         * The relation that a form, or the database, means.
         *
         * @throws IllegalArgumentException if there is none with this key
         */
        public static Relation of(String key) {
            return Stream.of(values())
                    .filter(relation -> relation.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no relation " + key));
        }
    }

    /**
     * An inspection to which another is related.
     *
     * @param words how, before its title: "Comes after"
     * @param reference of it
     * @param title of its report
     */
    public record Related(String words, String reference, String title) {}

    /** Links two inspections, both ways; where they are linked so already nothing changes. */
    public void link(String reference, String title, String other, String otherTitle, Relation relation, LocalDate on) {
        boolean isThere = database.sql("""
                        select count(*) from related_inspection
                        where reference = ? and other = ? and relation = ?
                        """)
                        .params(reference, other, relation.key)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!isThere) {
            database.sql("""
                            insert into related_inspection (reference, other, relation, title, other_title, linked_on)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(reference, other, relation.key, title, otherTitle, on)
                    .update();
        }
    }

    /** Whether another needs no response because this one is answered. */
    public boolean isReliedOn(String reference) {
        return database.sql("select count(*) from related_inspection where other = ? and relation in (?, ?)")
                        .params(reference, Relation.ANSWERED_BY.key, Relation.SAME_REPORT.key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether two are linked, whichever names the other. */
    public boolean isRelated(String one, String another) {
        return of(one).stream().anyMatch(related -> related.reference().equals(another));
    }

    /** Those of them whose response is in the public register. */
    List<Related> inPublic(String reference) {
        List<Related> all = of(reference);
        if (all.isEmpty()) {
            return all;
        }
        Set<String> published = Set.copyOf(database.sql(
                        "select reference from register_entry where reference in (:references)")
                .param("references", all.stream().map(Related::reference).toList())
                .query(String.class)
                .list());
        return all.stream()
                .filter(related -> published.contains(related.reference()))
                .toList();
    }

    /** Those to which an inspection is related, in the order in which they were linked. */
    public List<Related> of(String reference) {
        return database.sql("""
                        select reference, other, relation, title, other_title from related_inspection
                        where reference = :reference or other = :reference
                        order by linked_on, reference, other, relation
                        """)
                .param("reference", reference)
                .query((row, number) -> {
                    Relation relation = Relation.of(row.getString("relation"));
                    return row.getString("reference").equals(reference)
                            ? new Related(relation.words, row.getString("other"), row.getString("other_title"))
                            : new Related(relation.otherWay, row.getString("reference"), row.getString("title"));
                })
                .list();
    }
}
