package uk.opcc.inspectionresponse.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The number of what is in a long list")
class ManyCountedTest {

    private Instant now = Instant.parse("2026-11-30T09:00:00Z");
    private int there;
    private int countedWhole;

    private final ManyCounted counted = new ManyCounted(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private int number() {
        IntUnaryOperator upTo = most -> Math.min(most, there);
        return counted.of(upTo, () -> {
            countedWhole++;
            return there;
        });
    }

    @Test
    @DisplayName("is right at every moment up to 10,000, without a count of the whole")
    void few() {
        there = ManyCounted.EXACT - 1;
        assertThat(number()).isEqualTo(9_999);
        there++;
        assertThat(number()).isEqualTo(10_000);
        assertThat(countedWhole).isZero();
    }

    @Test
    @DisplayName("may be a minute old beyond that")
    void many() {
        there = 20_000;
        assertThat(number()).isEqualTo(20_000);
        there++;
        now = now.plus(Duration.ofMinutes(1));
        assertThat(number()).isEqualTo(20_000);
        now = now.plusMillis(1);
        assertThat(number()).isEqualTo(20_001);
        assertThat(countedWhole).isEqualTo(2);
    }

    @Test
    @DisplayName("is counted anew where the clock was put back")
    void clockPutBack() {
        there = 20_000;
        number();
        there = 30_000;
        now = now.minus(Duration.ofDays(1));
        assertThat(number()).isEqualTo(30_000);
    }
}
