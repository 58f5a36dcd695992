package uk.opcc.inspectionresponse.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.LockedException;
import uk.opcc.inspectionresponse.TestClock;

@ExtendWith(TestClock.BackToNow.class)
@DisplayName("The delay after wrong passwords")
class SignInDelayTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private final TestClock clock = new TestClock();
    private final SignInDelay delay = new SignInDelay(clock);
    private Instant now = Instant.parse("2018-07-20T12:00:00Z");

    @BeforeEach
    void itIsNoon() {
        clock.moveTo(now);
    }

    @Test
    @DisplayName("comes with the third one, doubles with each further one up to a minute, and ends with the right one")
    void grows() {
        wrong("officer", HOME, 3);
        assertThat(wait("OFFICER", HOME)).hasSeconds(1);
        wrong("officer", HOME, 1);
        assertThat(wait("officer", HOME)).hasSeconds(2);
        wrong("officer", HOME, 70);
        assertThat(wait("officer", HOME)).hasSeconds(60);
        assertThat(wait("another", HOME)).isZero();
        right("officer", HOME);
        wrong("officer", HOME, 2);
        assertThat(wait("officer", HOME)).isZero();
    }

    @Test
    @DisplayName("is that of one address: a stranger elsewhere keeps nobody out, from however many addresses")
    void stranger() {
        wrong("officer", ELSEWHERE, 50);
        for (int address = 0; address < 200; address++) {
            wrong("officer", "203.0.113." + address, 2);
        }
        assertThat(wait("officer", HOME)).isZero();
        wrong("officer", HOME, 1);
        assertThat(wait("officer", HOME))
                .as("where many try a name each has one guess")
                .hasSeconds(1);

        right("officer", HOME);
        for (int address = 0; address < 200; address++) {
            wrong("officer", "203.0.113." + address, 1);
        }
        wrong("officer", HOME, 2);
        assertThat(wait("officer", HOME))
                .as("but not where the person was before")
                .isZero();
    }

    @Test
    @DisplayName("is not forgotten while other names are tried, which wait too in the end")
    void spraying() {
        wrong("officer", ELSEWHERE, 10);
        for (int name = 0; name < 20_000; name++) {
            try {
                delay.begin("name " + name, ELSEWHERE).close();
            } catch (LockedException e) {
                assertThat(name).isGreaterThan(20);
                break;
            }
        }
        assertThat(wait("officer", ELSEWHERE)).isPositive();
        assertThat(wait("yet another", ELSEWHERE)).isPositive();
        assertThat(wait("yet another", HOME)).isZero();
    }

    @Test
    @DisplayName("of many names from one address does not hold for who has signed in there before")
    void sameAddress() {
        right("officer", HOME);
        for (int name = 0; name < 80; name++) {
            try {
                delay.begin("name " + name, HOME).close();
            } catch (LockedException e) {
                break;
            }
        }
        assertThat(wait("stranger", HOME)).isPositive();
        assertThat(wait("officer", HOME)).isZero();
    }

    @Test
    @DisplayName("is forgotten after an hour in which nobody tried")
    void forgotten() {
        wrong("officer", HOME, 5);
        now = now.plus(Duration.ofMinutes(61));
        clock.moveTo(now);
        wrong("officer", HOME, 2);
        assertThat(wait("officer", HOME)).isZero();
    }

    @Test
    @DisplayName("is not passed by with many at the same time")
    void atTheSameTime() {
        List<SignInDelay.Attempt> underWay = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (int attempt = 0; attempt < 100; attempt++) {
                        underWay.add(delay.begin("officer", ELSEWHERE));
                    }
                })
                .isInstanceOf(LockedException.class);
        assertThat(underWay).hasSizeLessThan(20);
        underWay.forEach(SignInDelay.Attempt::close);
        assertThat(wait("officer", ELSEWHERE)).isPositive();
    }

    @ParameterizedTest(name = "takes {0} and {1} for one: {2}")
    @CsvSource({
        "2001:db8:1:2::1,2001:db8:1:2:ffff::9,true",
        "2001:db8:1:2:0:0:0:1,2001:DB8:1:2::1%eth0,true",
        "2001:db8:1:2::1,2001:db8:1:3::1,false",
        "192.0.2.1,192.0.2.2,false",
        "192.0.2.1,192.0.2.1,true"
    })
    void networks(String one, String other, boolean same) {
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
    }

    /** Wrong ones, each as soon as it is looked at. */
    private void wrong(String name, String address, int times) {
        for (int time = 0; time < times; time++) {
            now = now.plus(wait(name, address));
            clock.moveTo(now);
            delay.begin(name, address).close();
        }
    }

    private void right(String name, String address) {
        now = now.plus(wait(name, address));
        clock.moveTo(now);
        try (SignInDelay.Attempt attempt = delay.begin(name, address)) {
            attempt.wasRight();
        }
    }

    /** How long no password is looked at. */
    private Duration wait(String name, String address) {
        for (Duration wait = Duration.ZERO; ; wait = wait.plusSeconds(1)) {
            clock.moveTo(now.plus(wait));
            try (SignInDelay.Attempt attempt = delay.begin(name, address)) {
                attempt.wasNotLookedAt();
                clock.moveTo(now);
                return wait;
            } catch (LockedException e) {
                assertThat(wait).isLessThan(Duration.ofMinutes(5));
            }
        }
    }
}
