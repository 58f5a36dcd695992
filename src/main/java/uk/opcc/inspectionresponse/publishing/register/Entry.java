package uk.opcc.inspectionresponse.publishing.register;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the register's list shows of a published response.
 *
 * @param edition the newest one, from 1
 * @param reportPublishedOn when the inspectors published their report
 * @param publishedOn when the office published its response
 * @param publishedOnDay the day of the statutory period that this was, from 1
 * @param periodLength how many days the period had, 56 under section 55(5A)
 * @param link where another site published it; null where it was published here
 * @param updatedAt when the newest edition was published
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
        Instant updatedAt) {

    boolean isCorrected() {
        return edition > 1;
    }
}
