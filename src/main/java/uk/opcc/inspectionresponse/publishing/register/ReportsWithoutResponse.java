package uk.opcc.inspectionresponse.publishing.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports that need no response: kept for good, and shown to the public where the office says so. */
@Component
public class ReportsWithoutResponse {

    /** As many as a page shows; there are a few each year. */
    private static final int MOST = 200;

    private static final RowMapper<ReportWithoutResponse> ROW = (row, number) -> new ReportWithoutResponse(
            row.getString("reference"),
            row.getString("title"),
            row.getString("inspection_type"),
            row.getObject("report_published_on", LocalDate.class),
            Reason.of(row.getString("because")),
            row.getString("reason"),
            row.getObject("decided_on", LocalDate.class),
            row.getBoolean("is_public"));

    private final JdbcClient database;

    ReportsWithoutResponse(JdbcClient database) {
        this.database = database;
    }

    /** Why a report needs no response. */
    public enum Reason {
        NOT_THE_SUBJECT("not-the-subject", "The force is clearly not the subject of the report"),
        ANSWERED_ELSEWHERE("answered-elsewhere", "The same findings are answered in another response"),
        REGISTERED_TWICE("registered-twice", "The report was registered twice"),
        NOTHING_NEW("nothing-new", "It is a letter without new recommendations");

        private final String key;
        private final String words;

        Reason(String key, String words) {
            this.key = key;
            this.words = words;
        }

        /** As a whole sentence without its full stop. */
        public String words() {
            return words;
        }

        /**
         * The reason that a form, or the database, means.
         *
         * @throws IllegalArgumentException if there is none with this key
         */
        public static Reason of(String key) {
            return Stream.of(values())
                    .filter(reason -> reason.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no reason " + key));
        }
    }

    /**
     * A report that needs no response.
     *
     * @param publishedOn when the inspectors published it
     * @param reason in the words of whoever asked for it
     * @param decidedOn the day on which a manager decided it
     * @param isPublic whether the public register says so
     */
    public record ReportWithoutResponse(
            String reference,
            String title,
            String inspectionType,
            LocalDate publishedOn,
            Reason because,
            String reason,
            LocalDate decidedOn,
            boolean isPublic) {}

    /** Keeps one; the decision is made once. */
    public void keep(ReportWithoutResponse report) {
        database.sql("""
                        insert into report_without_response (reference, title, inspection_type, report_published_on,
                            because, reason, decided_on, is_public)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        report.reference(),
                        report.title(),
                        report.inspectionType(),
                        report.publishedOn(),
                        report.because().key,
                        report.reason(),
                        report.decidedOn(),
                        report.isPublic())
                .update();
    }

    /** The one with this reference, if it needs no response. */
    public Optional<ReportWithoutResponse> find(String reference) {
        return database.sql("select * from report_without_response where reference = ?")
                .param(reference)
                .query(ROW)
                .optional();
    }

    /** Those of which the public register says so, the latest report first. */
    List<ReportWithoutResponse> inPublic() {
        return database.sql("select * from report_without_response where is_public = true"
                        + " order by report_published_on desc, reference desc limit ?")
                .param(MOST)
                .query(ROW)
                .list();
    }
}
