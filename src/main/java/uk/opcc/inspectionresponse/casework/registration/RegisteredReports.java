package uk.opcc.inspectionresponse.casework.registration;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.files.Sha256;

/**
 * Knows of which report each inspection is. Reports have no number: those of one title, however it is typed, that are
 * published on one day are the same.
 */
@Component
class RegisteredReports implements CorrectedReports {

    private final JdbcClient database;

    RegisteredReports(JdbcClient database) {
        this.database = database;
    }

    /** An inspection, by the id of its process and by its reference. */
    record Inspection(String id, String reference) {}

    /** Keeps of which report an inspection is, in place of what was known before. */
    void keep(Inspection inspection, String title, LocalDate published) {
        String report = fingerprint(title, published);
        int known = database.sql("update registered_report set fingerprint = ? where inspection = ?")
                .params(report, inspection.id())
                .update();
        if (known == 0) {
            database.sql("insert into registered_report (inspection, reference, fingerprint) values (?, ?, ?)")
                    .params(inspection.id(), inspection.reference(), report)
                    .update();
        }
    }

    /** Keeps of which report an inspection is that has ended, where its title or its date was corrected. */
    @Override
    public void isCorrected(String reference, String title, LocalDate published) {
        database.sql("update registered_report set fingerprint = ? where reference = ?")
                .params(fingerprint(title, published), reference)
                .update();
    }

    /** The inspections of a report, whatever has become of them; the latest is the last. */
    List<Inspection> of(String title, LocalDate published) {
        return database.sql(
                        "select inspection, reference from registered_report where fingerprint = ? order by reference")
                .param(fingerprint(title, published))
                .query((row, number) -> new Inspection(row.getString(1), row.getString(2)))
                .list();
    }

    /** Letters and digits are what a title is told by: not spaces, capitals, dashes and quotation marks. */
    private static String fingerprint(String title, LocalDate published) {
        String letters = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
        return Sha256.of(published + " " + letters);
    }
}
