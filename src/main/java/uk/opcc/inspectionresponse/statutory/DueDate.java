package uk.opcc.inspectionresponse.statutory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A day by which something is to be done, in the words of a certain day.
 *
 * @param day the last day on which it is in time
 * @param today the day on which it is said, in Europe/London
 */
public record DueDate(LocalDate day, LocalDate today) {

    private static final DateTimeFormatter OF_THIS_YEAR = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    /** Whether the day is over. */
    public boolean isOver() {
        return day.isBefore(today);
    }

    /** As in "due Thursday 3 December, in 8 days"; the year is said where it is not the present one. */
    public String words() {
        long days = StatutoryPeriod.daysFrom(today, day);
        return (isOver() ? "was due " : "due ") + written() + ", " + distance(days);
    }

    private String written() {
        return day.getYear() == today.getYear() ? OF_THIS_YEAR.format(day) : WrittenDate.withWeekday(day);
    }

    private static String distance(long days) {
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        return days > 0 ? "in %,d days".formatted(days) : "%,d days ago".formatted(-days);
    }
}
