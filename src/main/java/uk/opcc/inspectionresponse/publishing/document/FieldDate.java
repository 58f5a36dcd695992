package uk.opcc.inspectionresponse.publishing.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as the field writes it: 19 July 2018, or with its ordinal 19th July 2018. */
record FieldDate(LocalDate date) {

    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    public int day() {
        return date.getDayOfMonth();
    }

    /** st, nd, rd or th. */
    public String ordinal() {
        int day = day();
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    public String monthAndYear() {
        return date.format(MONTH_AND_YEAR);
    }

    /** The date without its ordinal. */
    public String plain() {
        return day() + " " + monthAndYear();
    }

    public String iso() {
        return date.toString();
    }
}
