package uk.opcc.inspectionresponse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The time as it is, on a day that does not end: tests that begin before midnight and go on after it are about the day
 * on which they began.
 */
public final class OneDay extends LondonClock {

    /** The day in London on which these tests began. */
    public static final LocalDate TODAY = StatutoryPeriod.today(Clock.systemUTC());

    private static final Instant ITS_END = StatutoryPeriod.endOf(TODAY).toInstant();

    @Override
    public Instant instant() {
        Instant now = Instant.now();
        return now.isAfter(ITS_END) ? ITS_END : now;
    }

    /** Puts it in the place of the application's clock. */
    @TestConfiguration
    public static class Configuration {

        @Bean
        @Primary
        OneDay oneDay() {
            return new OneDay();
        }
    }
}
