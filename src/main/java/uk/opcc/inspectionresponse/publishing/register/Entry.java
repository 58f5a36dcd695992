package uk.opcc.inspectionresponse.publishing.register;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the register's list shows of a published response.
 *
 * @param edition the newest one, from 1; 0 of an imported response, which has none
 * @param reportPublishedOn when the inspectors published their report
 * @param publishedOn when the office published its response
 * @param publishedOnDay the day of the statutory period that this was, from 1; of an imported response it is not known
 * @param inTime whether that was within the period; of an imported response it is not known
 * @param periodLength how many days the period had, 56 under section 55(5A)
 * @param link where another site published it; null where it was published here
 * @param updatedAt when the newest edition was published
 * @param importedAt when it was brought in from the office's earlier records; null where the application published it
 */
public record Entry(
        String reference,
        int edition,
        String title,
        String inspectionType,
        LocalDate reportPublishedOn,
        LocalDate publishedOn,
        int publishedOnDay,
        boolean inTime,
        int periodLength,
        String link,
        Instant publishedAt,
        Instant updatedAt,
        Instant importedAt) {

    /** Whether it comes from the office's earlier records, and nothing is known of how it came to be. */
    public boolean isImported() {
        return importedAt != null;
    }

    boolean isCorrected() {
        return edition > 1;
    }
}
