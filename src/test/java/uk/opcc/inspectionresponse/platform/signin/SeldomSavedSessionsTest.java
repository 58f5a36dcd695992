package uk.opcc.inspectionresponse.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import uk.opcc.inspectionresponse.platform.signin.SeldomSavedSessions.Seldom;

@DisplayName("A session is saved")
class SeldomSavedSessionsTest {

    private static final String GROUPS = "groups";

    private final List<String> saved = new ArrayList<>();
    private final SeldomSavedSessions<MapSession> sessions =
            new SeldomSavedSessions<>(new MapSessionRepository(new ConcurrentHashMap<>()) {
                @Override
                public void save(MapSession session) {
                    saved.add(session.getId());
                    super.save(session);
                }
            });

    /** What a screen keeps of a person, and changes where it is. */
    private static final class Known implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ArrayList<String> groups = new ArrayList<>(List.of("policy-officers"));
    }

    private String signedIn() {
        Seldom<MapSession> begun = sessions.createSession();
        begun.setAttribute(GROUPS, new Known());
        sessions.save(begun);
        saved.clear();
        return begun.getId();
    }

    private Known groups(Seldom<MapSession> session) {
        return session.getAttribute(GROUPS);
    }

    @Test
    @DisplayName("when it begins")
    void begins() {
        assertThat(groups(sessions.findById(signedIn())).groups).containsExactly("policy-officers");
    }

    @Test
    @DisplayName("not by a request that sets again what is there, a moment after the one before")
    void again() {
        Seldom<MapSession> session = sessions.findById(signedIn());
        session.setLastAccessedTime(session.getLastAccessedTime().plus(SeldomSavedSessions.USED_ABOUT.minusMillis(1)));
        session.setAttribute(GROUPS, groups(session));
        sessions.save(session);

        assertThat(saved).isEmpty();
    }

    @Test
    @DisplayName("when what was read was changed where it is, and is set again")
    void changed() {
        String id = signedIn();
        Seldom<MapSession> session = sessions.findById(id);
        Known known = groups(session);
        known.groups.add("managers");
        session.setAttribute(GROUPS, known);
        sessions.save(session);

        assertThat(groups(sessions.findById(id)).groups).containsExactly("policy-officers", "managers");
    }

    @Test
    @DisplayName("when a person goes on after a while, so that it lasts")
    void lasts() {
        String id = signedIn();
        Seldom<MapSession> session = sessions.findById(id);
        var later = session.getLastAccessedTime().plus(SeldomSavedSessions.USED_ABOUT);
        session.setLastAccessedTime(later);
        sessions.save(session);

        assertThat(sessions.findById(id).getLastAccessedTime()).isEqualTo(later);
    }

    @Test
    @DisplayName("when something of it is removed, its id or how long it lasts is changed, once each")
    void others() {
        Seldom<MapSession> session = sessions.findById(signedIn());
        session.removeAttribute(GROUPS);
        sessions.save(session);
        session.setMaxInactiveInterval(Duration.ofMinutes(5));
        sessions.save(session);
        session.changeSessionId();
        sessions.save(session);
        sessions.save(session);

        assertThat(saved).hasSize(3);
    }
}
