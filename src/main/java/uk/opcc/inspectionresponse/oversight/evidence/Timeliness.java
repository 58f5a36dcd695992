package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.LocalDate;
import java.util.List;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Whether a response was published in time, section 55(5A). "In time" and "late" are said only where everything on
 * record says so: the day, its number, and what was decided when it was published, in the process and in the register.
 *
 * @param verdict what the record allows to say
 * @param headline the same for people
 */
record Timeliness(Verdict verdict, String headline) {

    /** What the record allows to say. */
    enum Verdict {
        IN_TIME,
        LATE,
        NOT_PUBLISHED,
        NOT_OWED,
        OVERDUE,
        CONTRADICTORY;

        /** For the style of the page. */
        public String style() {
            return switch (this) {
                case IN_TIME -> "good";
                case NOT_PUBLISHED, NOT_OWED -> "open";
                case LATE, OVERDUE, CONTRADICTORY -> "problem";
            };
        }
    }

    /**
     * What was recorded of a publication in one place.
     *
     * @param on null where no day was recorded
     * @param day its number in the period; null where none was recorded
     * @param inTime null where it was not recorded
     */
    record Recorded(LocalDate on, Integer day, Boolean inTime) {

        private boolean agreesWith(StatutoryPeriod period) {
            return on != null
                    && day != null
                    && inTime != null
                    && day == period.dayOf(on)
                    && day >= 1
                    && inTime == period.isInTime(on);
        }
    }

    /**
     * Of a response that has been published, by all that was recorded of that.
     *
     * @param here whether the application published it itself, else the day is one that a person gave
     */
    static Timeliness published(StatutoryPeriod period, List<Recorded> recorded, boolean here) {
        LocalDate on = recorded.get(0).on();
        boolean agrees = recorded.stream()
                .allMatch(place -> place.agreesWith(period) && place.on().equals(on));
        if (!agrees) {
            return new Timeliness(
                    Verdict.CONTRADICTORY,
                    "Published, but the recorded dates contradict each other: they do not say whether it was in time.");
        }
        int day = period.dayOf(on);
        String end = here ? "." : ", by the day that a person recorded for another website.";
        return period.isInTime(on)
                ? new Timeliness(
                        Verdict.IN_TIME, "Published on day " + day + " of " + period.length() + ": in time" + end)
                : new Timeliness(
                        Verdict.LATE,
                        "Published on day " + day + ", after the " + period.length() + " days: late" + end);
    }

    /**
     * Of a response that has not been published.
     *
     * @param ended whether nothing goes on in the inspection any more
     */
    static Timeliness notPublished(StatutoryPeriod period, LocalDate today, boolean ended) {
        String not = ended ? "Not published." : "Not yet published.";
        boolean passed = today.isAfter(period.lastLawfulDay());
        return new Timeliness(
                passed ? Verdict.OVERDUE : Verdict.NOT_PUBLISHED,
                not
                        + (passed
                                ? " The " + period.length() + " days have ended."
                                : " The " + period.length() + " days have not ended."));
    }

    /** Of a response to a report that is still to come. */
    static Timeliness announced(LocalDate reportPublished) {
        return new Timeliness(Verdict.NOT_OWED, "The report is announced for " + WrittenDate.of(reportPublished) + ".");
    }

    /** Of a report that was announced, and did not come. */
    static Timeliness reportNotPublished() {
        return new Timeliness(Verdict.NOT_OWED, "The report was not published: no response is owed.");
    }

    /**
     * Of a report that needs no response.
     *
     * @param because as a sentence without its full stop
     */
    static Timeliness noResponseNeeded(String because) {
        return new Timeliness(Verdict.NOT_OWED, "No response is needed. " + because + ".");
    }

    /** Where nothing says any more when the report was published. */
    static Timeliness unknown() {
        return new Timeliness(
                Verdict.NOT_PUBLISHED, "No publication is recorded, and no day on which the report was published.");
    }
}
