package uk.opcc.inspectionresponse.platform.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are saved when there is something to save. Each request sets anew what the engine's screens know of the
 * person, and when the person last asked for something: either would cost a transaction of its own.
 *
 * @param <S> the sessions of the repository in which they are
 */
final class SeldomSavedSessions<S extends Session> implements SessionRepository<SeldomSavedSessions.Seldom<S>> {

    /** How much earlier than the last request a session may be said to have been used; it ends that much earlier. */
    static final Duration USED_ABOUT = Duration.ofMinutes(1);

    private final SessionRepository<S> sessions;

    SeldomSavedSessions(SessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Seldom<S> createSession() {
        return new Seldom<>(sessions.createSession(), true);
    }

    @Override
    public void save(Seldom<S> session) {
        if (session.isToBeSaved) {
            sessions.save(session.kept);
            session.isToBeSaved = false;
        }
    }

    @Override
    public Seldom<S> findById(String id) {
        S kept = sessions.findById(id);
        return kept == null ? null : new Seldom<>(kept, false);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    /**
     * A session as one request sees it.
     *
     * @param <S> that of the repository
     */
    static final class Seldom<S extends Session> implements Session {

        private static final SerializingConverter BYTES = new SerializingConverter();

        private final S kept;
        private final Map<String, byte[]> asRead = new HashMap<>();
        private boolean isToBeSaved;

        private Seldom(S kept, boolean isNew) {
            this.kept = kept;
            this.isToBeSaved = isNew;
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            isToBeSaved = true;
            return kept.changeSessionId();
        }

        @Override
        public synchronized <T> T getAttribute(String name) {
            T value = kept.getAttribute(name);
            if (value != null) {
                // What was read may be changed before it is set again, so that only its bytes can tell.
                asRead.computeIfAbsent(name, key -> BYTES.convert(value));
            }
            return value;
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public synchronized void setAttribute(String name, Object value) {
            byte[] before = asRead.get(name);
            if (before != null && value != null && Arrays.equals(before, BYTES.convert(value))) {
                return;
            }
            asRead.remove(name);
            isToBeSaved = true;
            kept.setAttribute(name, value);
        }

        @Override
        public synchronized void removeAttribute(String name) {
            asRead.remove(name);
            isToBeSaved = true;
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant lastAccessed) {
            // Of a session that lasts a few minutes the last one counts.
            Duration tenth = kept.getMaxInactiveInterval().dividedBy(10);
            Duration about = tenth.compareTo(USED_ABOUT) < 0 ? tenth : USED_ABOUT;
            if (Duration.between(kept.getLastAccessedTime(), lastAccessed).compareTo(about) >= 0) {
                isToBeSaved = true;
                kept.setLastAccessedTime(lastAccessed);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            isToBeSaved = true;
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
