package uk.opcc.inspectionresponse.statutory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day as forms send it and the engine keeps it: 2018-07-19, an ISO date whose year has four digits. */
public final class SentDate {

    private static final int LAST_YEAR = 9999;

    private SentDate() {}

    /** The day that a text says; nothing where it is no such date. */
    public static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 0 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
