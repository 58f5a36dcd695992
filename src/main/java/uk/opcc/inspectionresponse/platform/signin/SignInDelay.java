package uk.opcc.inspectionresponse.platform.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.accounts.UserName;

/**
 * Makes whoever tries passwords wait: after three wrong ones for a user name from an address each further one doubles
 * the time in which no password for it is looked at from there, up to a minute.
 *
 * <p>By name and address, so that a stranger elsewhere keeps nobody out; by names that nobody has too, so that the
 * delay tells nobody which exist. Where many names are tried from one address, the further ones wait together; not
 * those who have signed in from there before. A name that is tried from many addresses gives each of them one free
 * attempt and not three, which is enough for the person.
 *
 * <p>What it remembers is bounded, by an hour too, and who tries another name does not make it forget the ones before.
 */
@Component
class SignInDelay {

    private static final int FREE = 3;
    private static final int FREE_UNDER_ATTACK = 1;
    private static final int ATTACK = 30;
    private static final int AT_ONE_TIME = 10;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 5_000;
    private static final int MOST_NAMES_OF_ADDRESS = 30;
    private static final int MOST_KNOWN = 20_000;
    private static final String OTHER_NAMES = "";

    private final Map<String, Map<String, Failures>> byAddress = new Newest<>(MOST_ADDRESSES);
    private final Map<String, Integer> byName = new Newest<>(MOST_KNOWN);
    private final Map<Pair, Boolean> known = new Newest<>(MOST_KNOWN);
    private final Clock clock;

    SignInDelay(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins to look at a password. It counts as a wrong one until it is {@link Attempt#wasRight() right}, or
     * {@link Attempt#wasNotLookedAt() was not looked at}.
     *
     * @param address of the client, as the server knows it
     * @throws LockedException if none is looked at now
     */
    synchronized Attempt begin(String name, String address) {
        Pair pair = new Pair(UserName.folded(shortened(name)), Network.of(address));
        Failures failures = failures(pair);
        boolean waits = clock.instant().isBefore(failures.until);
        boolean others = failures.underWay >= (failures.count >= FREE ? 1 : AT_ONE_TIME)
                && !(failures.count == 0 && known.containsKey(pair));
        if (waits || others) {
            throw new LockedException("Too many wrong passwords: wait a minute.");
        }
        failures.underWay++;
        return new Attempt(pair, failures);
    }

    private Failures failures(Pair pair) {
        Map<String, Failures> names = byAddress.computeIfAbsent(pair.address(), address -> new HashMap<>());
        names.values().removeIf(this::isForgotten);
        boolean hasPlace =
                names.containsKey(pair.name()) || names.size() < MOST_NAMES_OF_ADDRESS || known.containsKey(pair);
        return names.computeIfAbsent(hasPlace ? pair.name() : OTHER_NAMES, name -> new Failures());
    }

    /** Slips of the fingers in an office with one address do not add up. */
    private boolean isForgotten(Failures failures) {
        return failures.underWay == 0 && failures.count > 0 && clock.instant().isAfter(failures.last.plus(REMEMBERED));
    }

    private synchronized void end(Pair pair, Failures failures, Result result) {
        failures.underWay--;
        Map<String, Failures> names = byAddress.getOrDefault(pair.address(), Map.of());
        boolean isOwn = names.get(pair.name()) == failures;
        switch (result) {
            case RIGHT -> {
                known.put(pair, true);
                byName.remove(pair.name());
                // One password that is right says nothing of the others that were tried from there.
                if (isOwn) {
                    failures.count = 0;
                }
            }
            case WRONG -> {
                failures.count++;
                failures.last = clock.instant();
                int ofName = byName.merge(pair.name(), 1, Integer::sum);
                int free = ofName > ATTACK && !known.containsKey(pair) ? FREE_UNDER_ATTACK : FREE;
                failures.until = clock.instant().plus(delay(failures.count, free));
            }
            case NOT_LOOKED_AT -> {}
        }
        if (isOwn && failures.count == 0 && failures.underWay == 0) {
            names.remove(pair.name());
        }
    }

    private static Duration delay(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failures - free, 6);
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
    }

    /** A name of any length may be sent. */
    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }

    /** A password that is being looked at; closed, it was wrong unless something else was said. */
    final class Attempt implements AutoCloseable {

        private final Pair pair;
        private final Failures failures;
        private Result result = Result.WRONG;

        private Attempt(Pair pair, Failures failures) {
            this.pair = pair;
            this.failures = failures;
        }

        void wasRight() {
            result = Result.RIGHT;
        }

        void wasNotLookedAt() {
            result = Result.NOT_LOOKED_AT;
        }

        @Override
        public void close() {
            end(pair, failures, result);
        }
    }

    private enum Result {
        RIGHT,
        WRONG,
        NOT_LOOKED_AT
    }

    private record Pair(String name, String address) {}

    private static final class Failures {
        private int count;
        private int underWay;
        private Instant last = Instant.MIN;
        private Instant until = Instant.MIN;
    }

    /** Forgets what was not asked for the longest. */
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        private Newest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
