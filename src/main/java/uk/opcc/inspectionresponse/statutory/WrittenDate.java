package uk.opcc.inspectionresponse.statutory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** A day as people read it: 19 July 2018, in the style of GOV.UK. */
public final class WrittenDate {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
    private static final DateTimeFormatter WITH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    /** As it is written above, in capitals or not; no day that there is not, such as 31 June. */
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMMM ")
            .appendValue(ChronoField.YEAR, 4)
            .toFormatter(Locale.UK)
            .withResolverStyle(ResolverStyle.STRICT);

    private WrittenDate() {}

    /** The day that a text says, as in 19 July 2018; nothing where it is not written so. */
    public static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text, READ));
        } catch (DateTimeParseException notWrittenSo) {
            return Optional.empty();
        }
    }

    /** The day, as in 19 July 2018. */
    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** The day with its day of the week, as in Thursday 19 July 2018. */
    public static String withWeekday(LocalDate day) {
        return WITH_WEEKDAY.format(day);
    }

    /** The day of the week, as in Thursday. */
    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }
}
