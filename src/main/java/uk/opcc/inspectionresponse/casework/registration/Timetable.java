package uk.opcc.inspectionresponse.casework.registration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The days of one inspection: the row of the decision table, as far as the period leaves time for it.
 *
 * <p>The row holds for a report that is registered in good time. Where it is registered late, or more time is given for
 * comments, the days that are left are shared out among the steps as the row shares out the whole period.
 *
 * @param row numbers of days by the names of the table's columns; a process owner edits it, and a mistake is named
 * @param period that of the report
 */
record Timetable(Map<String, Object> row, StatutoryPeriod period) {

    /** Where the table's own days count, before anything is shared out. */
    private static final int FIRST = 1;

    /**
     * By when the Chief Constable is invited to comment, where nobody has said: the day of the table, or later with the
     * notice that the table gives, but never so late that the steps after it are left without their share of the days.
     */
    LocalDate commentsInvitedBy(LocalDate today) {
        int table = day("commentsDay");
        int now = Math.max(FIRST, period.dayOf(today));
        int withNotice = Math.max(table, now + notice("commentsNotice"));
        if (now > period.length() || table > period.length()) {
            return period.day(withNotice);
        }
        int share = shared(table, FIRST, period.length(), now, period.length());
        return period.day(Math.min(withNotice, Math.max(table, share)));
    }

    /** By when the findings are to be recorded: before comments are due. */
    LocalDate findings(LocalDate today, LocalDate invitedBy) {
        int table = day("findingsDay");
        int comments = day("commentsDay");
        int now = period.dayOf(today);
        if (now <= table || now > period.length()) {
            return period.day(table);
        }
        int last = Math.max(now, period.dayOf(invitedBy));
        return period.day(Math.min(last, comments > FIRST ? shared(table, FIRST, comments, now, last) : last));
    }

    /**
     * By when a step that follows the comments is to be done, by the name of its column. Comments come no earlier than
     * today, also where the Chief Constable was invited to send them by a day that has passed.
     */
    LocalDate afterComments(String column, LocalDate invitedBy, LocalDate today) {
        int table = day(column);
        int comments = day("commentsDay");
        int invited = period.dayOf(invitedBy.isBefore(today) ? today : invitedBy);
        if (invited <= comments || invited > period.length() || table <= comments || table > period.length()) {
            return period.day(table);
        }
        return period.day(shared(table, comments, period.length(), invited, period.length()));
    }

    /** The day of a column as it stands in the table. */
    LocalDate of(String column) {
        return period.day(day(column));
    }

    /** When the inspection is escalated, which nothing moves. */
    ZonedDateTime escalation() {
        int escalation = day("escalationDay");
        // In a short period both may fall on one day, and what is due on that day is not outstanding yet.
        boolean isAfterTheWork = number("distributionDay") < number("escalationDay");
        int shared = isAfterTheWork && escalation <= day("distributionDay")
                ? Math.min(period.length(), day("distributionDay") + 1)
                : escalation;
        return period.day(shared, time("escalationTime"));
    }

    /** By when the escalation is to be dealt with: not before it has come. */
    LocalDate escalationAnswered() {
        LocalDate table = of("escalationAnsweredDay");
        LocalDate escalated = escalation().toLocalDate();
        return period.length() != StatutoryPeriod.LENGTH && table.isBefore(escalated) ? escalated : table;
    }

    /** A day between two others, as far on between two further ones. */
    private static int shared(int day, int from, int to, int begins, int ends) {
        return to == from ? ends : begins + (day - from) * (ends - begins) / (to - from);
    }

    /** The table counts the days of the 56; of another period it is the day that is as far on. */
    private int day(String column) {
        int day = number(column);
        if (day < 1) {
            throw mistake(column, "must be a number of a day, 1 or more");
        }
        return period.length() == StatutoryPeriod.LENGTH
                ? day
                : Math.max(FIRST, Math.toIntExact((long) day * period.length() / StatutoryPeriod.LENGTH));
    }

    private int notice(String column) {
        int notice = number(column);
        if (notice < 0) {
            throw mistake(column, "must be a number of days, 0 or more");
        }
        return notice;
    }

    private LocalTime time(String column) {
        try {
            return LocalTime.parse(String.valueOf(row.get(column)));
        } catch (DateTimeException e) {
            throw mistake(column, "must be a time of day such as \"09:00\"");
        }
    }

    private int number(String column) {
        if (row.get(column) instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw mistake(column, "must be a whole number");
    }

    private IllegalStateException mistake(String column, String what) {
        return new IllegalStateException("The decision table response-timetable (processes/response-timetable.dmn):"
                + " the column " + column + " " + what + ", and is " + row.get(column));
    }
}
