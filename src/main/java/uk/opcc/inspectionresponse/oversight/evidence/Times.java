package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** Days and moments as the page shows them; what is not on record is said to be so. */
final class Times {

    private static final String MISSING = "not on record";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK).withZone(StatutoryPeriod.ZONE);

    public String day(LocalDate day) {
        return day == null ? MISSING : WrittenDate.of(day);
    }

    /** In London. */
    public String moment(Instant moment) {
        return moment == null ? MISSING : MOMENT.format(moment);
    }
}
