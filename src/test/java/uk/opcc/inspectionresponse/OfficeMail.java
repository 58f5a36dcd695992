package uk.opcc.inspectionresponse;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The application with a mail server, which a test has at {@link Port#NUMBER} or not, and with a clock that tests move.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestClock.BackToNow.class)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:delivery",
            "camunda.bpm.job-execution.enabled=false",
            "spring.mail.host=localhost",
            "spring.mail.properties.mail.smtp.starttls.required=false",
            "spring.mail.properties.mail.smtp.timeout=20000"
        })
@Import({TestClock.Configuration.class, OfficeMail.Port.class})
public @interface OfficeMail {

    /** Where the mail server is. */
    @TestConfiguration
    class Port {

        private static final int TRIES = 100;

        public static final int NUMBER = free();

        @Bean
        DynamicPropertyRegistrar portOfMailServer() {
            return properties -> properties.add("spring.mail.port", () -> NUMBER);
        }

        /** Below those that are given to whoever asks for any: where the server is down nobody else is to answer. */
        private static int free() {
            for (int port : new Random().ints(TRIES, 20_000, 30_000).toArray()) {
                try (ServerSocket socket = new ServerSocket(port)) {
                    return socket.getLocalPort();
                } catch (IOException taken) {
                    // The next one is not.
                }
            }
            throw new IllegalStateException("no port is free");
        }
    }
}
