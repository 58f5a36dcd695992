package uk.opcc.inspectionresponse.casework.registration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;
import uk.opcc.inspectionresponse.process.ProcessVariables.TypeRules;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * What the decision table says of a type of inspection: how long the period is, and what else is owed.
 *
 * @param row of the table; a process owner edits it, and a mistake is named
 */
record RulesOfType(TypeRules row) {

    /** The last number of days that a period may have: no report asks for an answer in years. */
    static final int LONGEST = 366;

    private static final String AS_THE_REPORT_SAYS = "as the report says";

    /** As in "Send the action plan to HMICFRS within 6 weeks". */
    private static final Pattern DUTY =
            Pattern.compile("(\\S.*?)\\s+within\\s+(\\d{1,3})\\s+(day|week|month)s?\\s*\\.?", Pattern.DOTALL);

    /**
     * The period for the response.
     *
     * @param responseBy the day by which the report asks for it; null where nobody has given one
     * @throws IllegalStateException if the table has no such period
     */
    StatutoryPeriod period(LocalDate published, LocalDate responseBy) {
        if (isAsTheReportSays()) {
            // A form of an earlier release does not ask for the day: then it is the 56 of section 55.
            return StatutoryPeriod.between(published, responseBy);
        }
        return row.answeredWithin() == null
                ? new StatutoryPeriod(published)
                : new StatutoryPeriod(published, days(row.answeredWithin()));
    }

    /** Whether it is the report that says by when it is answered. */
    boolean isAsTheReportSays() {
        return AS_THE_REPORT_SAYS.equals(row.answeredWithin());
    }

    private static int days(Object answeredWithin) {
        Object within = answeredWithin instanceof String text && text.strip().matches("\\d{1,3}")
                ? Integer.valueOf(text.strip())
                : answeredWithin;
        if (within instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= 1
                && number.intValue() <= LONGEST) {
            return number.intValue();
        }
        throw mistake(
                "answeredWithin",
                "must be a whole number of days from 1 to " + LONGEST + ", \"" + AS_THE_REPORT_SAYS + "\", or empty",
                answeredWithin);
    }

    /** What else is owed, each with its last day. */
    List<OtherDuty> otherDuties(LocalDate published) {
        List<OtherDuty> duties = new ArrayList<>();
        for (String one :
                row.alsoOwed() == null ? new String[0] : row.alsoOwed().split("[;\n]")) {
            if (one.isBlank()) {
                continue;
            }
            Matcher duty = DUTY.matcher(one.strip());
            if (!duty.matches() || Integer.parseInt(duty.group(2)) < 1) {
                throw mistake(
                        "alsoOwed",
                        "must say what is owed and when, as in \"Send the action plan to HMICFRS within 6 weeks\", and"
                                + " several with a semicolon between them",
                        one.strip());
            }
            duties.add(new OtherDuty(
                    duties.size() + 1,
                    duty.group(1).strip(),
                    new StatutoryPeriod(published)
                            .within(
                                    Integer.parseInt(duty.group(2)),
                                    ChronoUnit.valueOf(duty.group(3).toUpperCase(Locale.ROOT) + "S"))));
        }
        return duties;
    }

    private static IllegalStateException mistake(String column, String what, Object value) {
        return new IllegalStateException("The decision table inspection-types (processes/inspection-types.dmn): the"
                + " column " + column + " " + what + ", and is " + value);
    }
}
