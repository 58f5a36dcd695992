package uk.opcc.inspectionresponse.casework.findings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * By when a report recommends something.
 *
 * @param printed the words of the report
 * @param day the last day; null where the words name none, as "immediately"
 * @param certain whether the day is the one that the words mean
 */
record Deadline(String printed, LocalDate day, boolean certain) {

    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "day", ChronoUnit.DAYS, "week", ChronoUnit.WEEKS, "month", ChronoUnit.MONTHS, "year", ChronoUnit.YEARS);

    private static final String MONTH = "(?-i:January|February|March|April|May|June|July|August|September|October"
            + "|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER"
            + "|DECEMBER|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)";

    private static final String NOW = "(?<now>with immediate effect|immediately|immediate (?=action|steps)"
            + "|as soon as (?:possible|practicable)|without delay|as a matter of urgency|urgently)";

    private static final String BY = "(?:by|before|no later than|not later than|on or before) "
            + "(?:(?<slash>\\d{1,2}/\\d{1,2}/\\d{4})"
            + "|(?:the )?(?:end of )?(?:the )?(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(?<month>" + MONTH
            + ")\\b\\.?(?:,? (?<year>(?:19|20)\\d{2}))?"
            + "|(?:the )?(?<end>end of )?(?:the year |calendar year )?(?<whole>(?:19|20)\\d{2})(?![\\d/\\u2013-])"
            + "|(?<vague>(?:the )?(?:(?:start|beginning|end) of |early |late |mid-)?(?:the )?(?:spring|summer|autumn|winter|"
            + MONTH + "|financial year|(?:19|20)\\d{2})(?:(?: of)? (?:19|20)\\d{2})?(?:[/\\u2013-]\\d{2,4})?"
            + "|(?:the )?end of (?:the|this|next) (?:financial |calendar |performance )?year))";

    private static final String WITHIN = "(?:within|in) (?:the next |a maximum of |a period of )?(?<number>\\d{1,3}|"
            + String.join("|", NUMBERS) + ")[ -](?<working>working |calendar )?(?<unit>day|week|month|year)s?\\b";

    private static final Pattern ANY =
            Pattern.compile("(?i)\\b(?:" + NOW + "|" + BY + "|" + WITHIN + ")", Pattern.UNICODE_CASE);

    private static final Pattern AFTER_WITHIN = Pattern.compile(
            "(?i)^ (?:of|from|after) (?:the )?(?:date of )?(?:the )?(?:publication|this report|report)");

    /** A date in a sentence, of which the others are times that something may take. */
    static Optional<Deadline> dateIn(String sentence, LocalDate published) {
        Matcher found = ANY.matcher(sentence);
        while (found.find()) {
            boolean ofPublication = found.group("number") != null
                    && AFTER_WITHIN.matcher(sentence.substring(found.end())).find();
            boolean isDate = found.group("number") == null && found.group("now") == null;
            if (isDate || ofPublication) {
                return Optional.of(read(found, published));
            }
        }
        return Optional.empty();
    }

    /** The first in words that stand before what should be done. */
    static Optional<Deadline> first(String words, LocalDate published) {
        Matcher found = ANY.matcher(words);
        return found.find() ? Optional.of(read(found, published)) : Optional.empty();
    }

    /** Where what should be done begins with it: "should immediately", "should, within three months,". */
    static Optional<Deadline> atBegin(String after, LocalDate published) {
        Matcher found = ANY.matcher(after);
        return found.find() && after.substring(0, found.start()).matches("[ ,]*(?:take |also |then )?")
                ? Optional.of(read(found, published))
                : Optional.empty();
    }

    /** Whether the line says nothing else, as a title above what is to be done by then. */
    static boolean isTitle(String line) {
        String title = line.strip();
        if (title.isEmpty() || title.length() > 60 || !Character.isUpperCase(title.codePointAt(0))) {
            return false;
        }
        Matcher found = ANY.matcher(title);
        if (!found.lookingAt()) {
            return false;
        }
        String rest = title.substring(found.end());
        Matcher of = AFTER_WITHIN.matcher(rest);
        return (of.lookingAt() ? rest.substring(of.end()) : rest).matches("[:.,\\s]{0,3}");
    }

    static String removedFrom(String words) {
        return ANY.matcher(words).replaceAll(" ");
    }

    private static Deadline read(Matcher found, LocalDate published) {
        String printed = found.group().strip();
        if (found.group("now") != null) {
            boolean isAction = printed.toLowerCase(Locale.UK).equals("immediate");
            return new Deadline(isAction ? "immediately" : printed, null, true);
        }
        if (found.group("number") != null) {
            return within(found, printed, published);
        }
        try {
            return by(found, printed, published);
        } catch (DateTimeException thereIsNoSuchDay) {
            return new Deadline(printed, null, false);
        }
    }

    private static Deadline within(Matcher found, String printed, LocalDate published) {
        String digits = found.group("number").toLowerCase(Locale.UK);
        int number = NUMBERS.contains(digits) ? NUMBERS.indexOf(digits) + 1 : Integer.parseInt(digits);
        String kind =
                found.group("working") == null ? "" : found.group("working").toLowerCase(Locale.UK);
        if (number == 0 || kind.startsWith("working")) {
            return new Deadline(printed, null, false);
        }
        ChronoUnit unit = UNITS.get(found.group("unit").toLowerCase(Locale.UK));
        return new Deadline(printed, new StatutoryPeriod(published).within(number, unit), true);
    }

    private static Deadline by(Matcher found, String printed, LocalDate published) {
        if (found.group("slash") != null) {
            String[] parts = found.group("slash").split("/");
            return new Deadline(
                    printed,
                    LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0])),
                    true);
        }
        if (found.group("whole") != null) {
            boolean certain = found.group("end") != null;
            int year = Integer.parseInt(found.group("whole"));
            return certain
                    ? new Deadline(printed, LocalDate.of(year, 12, 31), true)
                    : new Deadline(printed, null, false);
        }
        return found.group("month") == null ? new Deadline(printed, null, false) : inMonth(found, printed, published);
    }

    private static Deadline inMonth(MatchResult found, String printed, LocalDate published) {
        Matcher groups = (Matcher) found;
        Month month = month(groups.group("month"));
        boolean hasYear = groups.group("year") != null;
        int year = hasYear ? Integer.parseInt(groups.group("year")) : published.getYear();
        LocalDate day = inYear(groups.group("day"), month, year);
        boolean isPast = !hasYear && day.isBefore(published);
        return new Deadline(printed, isPast ? inYear(groups.group("day"), month, year + 1) : day, hasYear);
    }

    private static LocalDate inYear(String day, Month month, int year) {
        return day == null
                ? YearMonth.of(year, month).atEndOfMonth()
                : LocalDate.of(year, month, Integer.parseInt(day));
    }

    private static Month month(String printed) {
        String begin = printed.substring(0, 3).toUpperCase(Locale.UK);
        for (Month month : Month.values()) {
            if (month.name().startsWith(begin)) {
                return month;
            }
        }
        throw new DateTimeException("There is no month " + printed);
    }
}
