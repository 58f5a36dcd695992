package uk.opcc.inspectionresponse.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes whoever tries passwords wait: after three wrong ones for a user name each further one doubles the time in which no
 * password is looked at, up to a minute.
 *
 * <p>By user name, known or not, so that the delay tells nobody which names exist. What it remembers is bounded.
 */
@Component
class SignInDelay {

    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 10_000;

    private final Map<String, Failures> byName = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };
    private final Clock clock;

    SignInDelay(Clock clock) {
        this.clock = clock;
    }

    /** How long no password for that name is looked at; zero if one is. */
    synchronized Duration remaining(String name) {
        Failures failures = byName.get(key(name));
        if (failures == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failures.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void wrongPassword(String name) {
        Failures earlier = byName.get(key(name));
        int count = earlier == null ? 1 : earlier.count() + 1;
        byName.put(key(name), new Failures(count, clock.instant().plus(delay(count))));
    }

    synchronized void rightPassword(String name) {
        byName.remove(key(name));
    }

    private static Duration delay(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failures - FREE, 6);
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
    }

    /** A directory does not tell upper from lower case, and a name of any length may be sent. */
    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() <= 100 ? lower : lower.substring(0, 100);
    }

    private record Failures(int count, Instant until) {}
}
