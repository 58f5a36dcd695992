package uk.opcc.inspectionresponse.publishing.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** What the pages and the feed say of a published response. */
record ListedResponse(Entry entry, String address) {

    public String title() {
        return PrintedText.inOneLine(entry.title());
    }

    public String inspectionType() {
        return entry.inspectionType();
    }

    public String reportPublished() {
        return WrittenDate.of(entry.reportPublishedOn());
    }

    public String published() {
        return WrittenDate.of(entry.publishedOn());
    }

    public String publishedDate() {
        return entry.publishedOn().toString();
    }

    public String reportPublishedDate() {
        return entry.reportPublishedOn().toString();
    }

    /**
     * The day of the statutory period, section 55(5A) of the Police Act 1996; of an imported response where it is from.
     */
    public String day() {
        if (entry.isImported()) {
            return "as the office’s earlier records say";
        }
        return entry.inTime()
                ? "on day " + entry.publishedOnDay() + " of " + entry.periodLength()
                : "on day " + entry.publishedOnDay() + ", after the " + entry.periodLength() + " days";
    }

    public String link() {
        return entry.link();
    }

    /** When it was last corrected; null if it never was. */
    public String corrected() {
        return entry.isCorrected() ? date(entry.updatedAt()) : null;
    }

    /** When it was brought in from the office's earlier records; null if the application published it. */
    public String imported() {
        return entry.isImported() ? date(entry.importedAt()) : null;
    }

    static String date(Instant moment) {
        return WrittenDate.of(LocalDate.ofInstant(moment, StatutoryPeriod.ZONE));
    }

    /** A moment as Atom has it. */
    static String timestamp(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
    }
}
