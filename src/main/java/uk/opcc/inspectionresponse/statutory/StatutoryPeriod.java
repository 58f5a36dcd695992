package uk.opcc.inspectionresponse.statutory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The period that a local policing body has to publish its comments on an inspection report.
 *
 * <p>Police Act 1996, section 55(5A): the comments must be published "before the end of the period of 56 days beginning
 * with the day on which the report is published". "Beginning with" makes the day of publication day 1, so day N is N −
 * 1 days after it and day 56 is the last lawful day. Days are calendar days in Europe/London: weekends and bank
 * holidays count, and a day has 23 or 25 hours when the clocks change.
 *
 * <p>A report that is not made under section 55, such as one on a super-complaint (Police Reform Act 2002, section
 * 29A), may ask for a response by another day: its period is counted in the same way, and has another length.
 *
 * <p>This is the only place in the application that counts days.
 *
 * @param published the day on which the inspectors published their report: day 1
 * @param length how many days the period has, 1 or more; also the number of its last day
 */
public record StatutoryPeriod(LocalDate published, int length) {

    /** The number of days that section 55(5A) gives. */
    public static final int LENGTH = 56;

    /** Where a day of the Act begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    public StatutoryPeriod {
        Objects.requireNonNull(published, "published");
        refuseBelowOne(length);
    }

    /** The 56 days of section 55(5A). */
    public StatutoryPeriod(LocalDate published) {
        this(published, LENGTH);
    }

    /**
     * The period between two days, both of which are part of it.
     *
     * @param published null where the last day is that of the 56 of section 55(5A)
     * @param last null for the 56 days of section 55(5A)
     * @throws IllegalArgumentException if the last day is before the first, or there is neither
     */
    public static StatutoryPeriod between(LocalDate published, LocalDate last) {
        if (published == null) {
            return whereDay(LENGTH, last);
        }
        return last == null
                ? new StatutoryPeriod(published)
                : new StatutoryPeriod(published, Math.toIntExact(daysFrom(published, last)) + 1);
    }

    /**
     * The 56 days in which a date is the day of a given number.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public static StatutoryPeriod whereDay(int number, LocalDate date) {
        refuseBelowOne(number);
        return new StatutoryPeriod(date.minusDays(number - 1L));
    }

    /**
     * The date of a numbered day of the period.
     *
     * @param number 1 for the day of publication; numbers above the length lie after the period
     * @throws IllegalArgumentException if the number is below 1
     */
    public LocalDate day(int number) {
        refuseBelowOne(number);
        return published.plusDays(number - 1L);
    }

    /** The last day on which publishing the comments is in time: day 56 of the 56 that section 55(5A) gives. */
    public LocalDate lastLawfulDay() {
        return day(length);
    }

    /**
     * The last day of a time that a report gives for what it recommends, such as "within three months": counted from
     * the day of publication, which is not one of its days, so that three months from 31 January end on 30 April.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public LocalDate within(int number, ChronoUnit unit) {
        if (number < 1) {
            throw new IllegalArgumentException("A time of " + number + " " + unit + " has no last day");
        }
        return published.plus(number, unit);
    }

    /**
     * The number of the day that a date is: 1 for the day of publication, 57 for the first day that is too late under
     * section 55(5A), 0 or less for a date before the report.
     */
    public int dayOf(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(published, date)) + 1;
    }

    /** Whether comments that were published on this date are in time, section 55(5A). */
    public boolean isInTime(LocalDate responsePublished) {
        return !responsePublished.isAfter(lastLawfulDay());
    }

    /** A time of day on a numbered day, in Europe/London. */
    public ZonedDateTime day(int number, LocalTime time) {
        return day(number).atTime(time).atZone(ZONE);
    }

    /**
     * The date of a numbered day, moved on where it would leave less than some days' notice from a given date, as it
     * does for a report that was registered late.
     *
     * @param notice calendar days, 0 or more
     */
    public LocalDate dayWithNotice(int number, LocalDate from, int notice) {
        LocalDate earliest = from.plusDays(notice);
        LocalDate date = day(number);
        return date.isBefore(earliest) ? earliest : date;
    }

    /** The first moment of a date in Europe/London. */
    public static ZonedDateTime beginOf(LocalDate date) {
        return date.atStartOfDay(ZONE);
    }

    /** The last second of a date in Europe/London: something due on a date is not overdue before it has ended. */
    public static ZonedDateTime endOf(LocalDate date) {
        return date.atTime(LocalTime.of(23, 59, 59)).atZone(ZONE);
    }

    /** Which date it is now in Europe/London. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The day before a date. */
    static LocalDate dayBefore(LocalDate date) {
        return date.minusDays(1);
    }

    /**
     * The date that lies in another period as a date does in this one: that of the day with the same number, also
     * before day 1.
     */
    public LocalDate sameDayIn(StatutoryPeriod other, LocalDate date) {
        return other.published.plusDays(daysFrom(published, date));
    }

    /** How many calendar days a date lies after another: below 0 where it lies before it. */
    public static long daysFrom(LocalDate date, LocalDate later) {
        return ChronoUnit.DAYS.between(date, later);
    }

    /** The time now as an ISO date and time with the offset of Europe/London, to the second. */
    public static String timestamp(Clock clock) {
        return clock.instant()
                .atZone(ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static void refuseBelowOne(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("The period begins with day 1, there is no day " + number);
        }
    }
}
