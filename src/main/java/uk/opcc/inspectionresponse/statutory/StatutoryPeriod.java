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
 * The period that the law gives a local policing body to publish its comments on an inspection report.
 *
 * <p>Police Act 1996, section 55(5A): the comments must be published "before the end of the period of 56 days beginning
 * with the day on which the report is published". "Beginning with" makes the day of publication day 1, so day N is N −
 * 1 days after it and day 56 is the last lawful day. Days are calendar days in Europe/London: weekends and bank
 * holidays count, and a day has 23 or 25 hours when the clocks change.
 *
 * <p>This is the only place in the application that counts days.
 *
 * @param published the day on which the inspectors published their report: day 1
 */
public record StatutoryPeriod(LocalDate published) {

    /** The number of days in the period, section 55(5A); also the number of its last lawful day. */
    public static final int LENGTH = 56;

    /** Where a day of the Act begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    public StatutoryPeriod {
        Objects.requireNonNull(published, "published");
    }

    /**
     * The period in which a date is the day of a given number.
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
     * @param number 1 for the day of publication, 56 for the last lawful day; larger numbers lie after the period
     * @throws IllegalArgumentException if the number is below 1
     */
    public LocalDate day(int number) {
        refuseBelowOne(number);
        return published.plusDays(number - 1L);
    }

    /** The last day on which publishing the comments is lawful: day 56. */
    public LocalDate lastLawfulDay() {
        return day(LENGTH);
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
     * The number of the day that a date is: 1 for the day of publication, 57 for the first day that is too late, 0 or
     * less for a date before the report.
     */
    public int dayOf(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(published, date)) + 1;
    }

    /** Whether comments that were published on this date meet section 55(5A). */
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

    /** The last second of a date in Europe/London: something due on a date is not overdue before it has ended. */
    public static ZonedDateTime endOf(LocalDate date) {
        return date.atTime(LocalTime.of(23, 59, 59)).atZone(ZONE);
    }

    /** Which date it is now in Europe/London. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
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
