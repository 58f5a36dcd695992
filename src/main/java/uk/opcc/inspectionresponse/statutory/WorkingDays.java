package uk.opcc.inspectionresponse.statutory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * On which days an office works: not at weekends and not on bank holidays.
 *
 * <p>The Act knows no working days: a period ends when it ends, on whatever day that is. But who would publish on its
 * last day has to do so on the last working day before it, where nobody is in the office then.
 *
 * @param bankHolidays of England and Wales, as far as they are known
 */
public record WorkingDays(Set<LocalDate> bankHolidays) {

    public WorkingDays {
        bankHolidays = Set.copyOf(bankHolidays);
    }

    /** Whether an office works on a day. */
    public boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays.contains(day);
    }

    /** The day itself where it is a working day, else the last working day before it. */
    public LocalDate lastUpTo(LocalDate day) {
        LocalDate last = day;
        while (!isOne(last)) {
            last = StatutoryPeriod.dayBefore(last);
        }
        return last;
    }

    /**
     * What a day is that something must be done by: "a working day", or "a Sunday: the last working day before it is
     * Friday 3 May 2024". Of a year whose bank holidays are not known nothing is said to be a working day.
     *
     * @param first the day from which on it can be done: a working day before it is not named
     */
    public String of(LocalDate day, LocalDate first) {
        if (isOne(day)) {
            return isKnown(day) ? "a working day" : "a " + WrittenDate.weekday(day);
        }
        String kind = bankHolidays.contains(day) ? "a bank holiday" : "a " + WrittenDate.weekday(day);
        LocalDate last = lastUpTo(day);
        return last.isBefore(first) || !isKnown(last)
                ? kind
                : kind + ": the last working day before it is " + WrittenDate.withWeekday(last);
    }

    /** The day and what it is, as in "Friday 4 December 2026, a working day". */
    public String written(LocalDate day, LocalDate first) {
        if (isOne(day)) {
            return WrittenDate.withWeekday(day) + (isKnown(day) ? ", a working day" : "");
        }
        return WrittenDate.of(day) + ", " + of(day, first);
    }

    private boolean isKnown(LocalDate day) {
        return bankHolidays.stream().anyMatch(holiday -> holiday.getYear() == day.getYear());
    }
}
