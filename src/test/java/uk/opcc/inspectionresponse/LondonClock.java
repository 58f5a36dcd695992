package uk.opcc.inspectionresponse;

import java.time.Clock;
import java.time.ZoneId;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** A clock of the tests, which counts days where the application counts them. */
abstract class LondonClock extends Clock {

    @Override
    public ZoneId getZone() {
        return StatutoryPeriod.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The application counts days in " + StatutoryPeriod.ZONE);
    }
}
