package uk.opcc.inspectionresponse.publishing.earlier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as it stands in a spreadsheet: 19 July 2018, 19/07/2018 or 2018-07-19, and never the month first. */
final class TypedDate {

    /** Which spreadsheets add to a day. */
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00(\\.0+)?)?$");

    /** In British English alone September is Sept, and in others alone Sep. */
    private static final List<DateTimeFormatter> WRITTEN = List.of(
            read("d [MMMM][MMM] uuuu", Locale.ENGLISH),
            read("d [MMMM][MMM] uuuu", Locale.UK),
            read("d/M/uuuu", Locale.UK),
            read("d.M.uuuu", Locale.UK),
            read("d-M-uuuu", Locale.UK),
            read("uuuu-M-d", Locale.UK));

    private TypedDate() {}

    /** The day; nothing where it is written in another way, or there is none such. */
    static Optional<LocalDate> read(String typed) {
        String day = MIDNIGHT.matcher(typed.replaceAll("[\\s\\p{Z}]+", " ")).replaceAll("");
        return WRITTEN.stream().flatMap(format -> parsed(day, format).stream()).findFirst();
    }

    private static Optional<LocalDate> parsed(String day, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(day, format));
        } catch (DateTimeParseException notWrittenSo) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter read(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
