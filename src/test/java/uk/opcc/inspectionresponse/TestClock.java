package uk.opcc.inspectionresponse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** The time in tests: moves the application's clock and the engine's together. */
public final class TestClock extends LondonClock {

    private Instant now = Instant.now();

    /** Moves to a time of day on a date in London. */
    public void moveTo(LocalDate date, LocalTime time) {
        moveTo(ZonedDateTime.of(date, time, StatutoryPeriod.ZONE).toInstant());
    }

    /** Moves to a moment. */
    public void moveTo(Instant moment) {
        now = moment;
        // The engine has no public way to set its clock.
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Puts it in the place of the application's clock. */
    @TestConfiguration
    public static class Configuration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    /** Lets the tests that come after see the real time in the engine, whose clock is one for the whole JVM. */
    public static final class BackToNow implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) {
            ClockUtil.reset();
        }
    }
}
