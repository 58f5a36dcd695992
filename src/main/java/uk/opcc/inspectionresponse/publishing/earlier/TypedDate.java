package uk.opcc.inspectionresponse.publishing.earlier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day as it stands in a spreadsheet: 19 July 2018, 19-Jul-18, 19/07/2018 or 2018-07-19, and never the month first.
 */
final class TypedDate {

    /** Which spreadsheets add to a day. */
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00(\\.0+)?)?$");

    /** 19th July. */
    private static final Pattern ORDINAL = Pattern.compile("(?i)^(\\d{1,2})(?:st|nd|rd|th)\\b");

    /** Of a year with two digits: up to 2049. */
    private static final int FIRST_YEAR = 1950;

    /** In British English alone September is Sept, and in others alone Sep. */
    private static final List<DateTimeFormatter> WRITTEN = Stream.concat(
                    Stream.of("d [MMMM][MMM] ", "d-[MMMM][MMM]-", "d/[MMMM][MMM]/", "d/M/", "d.M.", "d-M-")
                            .flatMap(begin -> Stream.of(Locale.ENGLISH, Locale.UK)
                                    .flatMap(locale -> Stream.of(
                                            written(begin).appendPattern("uuuu").toFormatter(locale),
                                            written(begin)
                                                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR)
                                                    .toFormatter(locale)))),
                    Stream.of(written("uuuu-M-d").toFormatter(Locale.UK)))
            .map(format -> format.withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private TypedDate() {}

    /** The day; nothing where it is written in another way, or there is none such. */
    static Optional<LocalDate> read(String typed) {
        String day = MIDNIGHT.matcher(typed.replaceAll("[\\s\\p{Z}]+", " ")).replaceAll("");
        String counted = ORDINAL.matcher(day).replaceFirst("$1");
        return WRITTEN.stream()
                .flatMap(format -> parsed(counted, format).stream())
                .findFirst();
    }

    private static Optional<LocalDate> parsed(String day, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(day, format));
        } catch (DateTimeParseException notWrittenSo) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatterBuilder written(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    }
}
