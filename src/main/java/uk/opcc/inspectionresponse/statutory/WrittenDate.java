package uk.opcc.inspectionresponse.statutory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as people read it: 19 July 2018, in the style of GOV.UK. */
public final class WrittenDate {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WITH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private WrittenDate() {}

    /** The day, as in 19 July 2018. */
    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** The day with its day of the week, as in Thursday 19 July 2018. */
    public static String withWeekday(LocalDate day) {
        return WITH_WEEKDAY.format(day);
    }
}
