package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.Instant;
import java.time.LocalDate;
import uk.opcc.inspectionresponse.statutory.WrittenDate;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** Days and moments as the page shows them; what is not on record is said to be so. */
final class Times {

    private static final String MISSING = "not recorded";

    public String day(LocalDate day) {
        return day == null ? MISSING : WrittenDate.of(day);
    }

    /** In London. */
    public String moment(Instant moment) {
        return moment == null ? MISSING : WrittenMoment.toTheSecond(moment);
    }
}
