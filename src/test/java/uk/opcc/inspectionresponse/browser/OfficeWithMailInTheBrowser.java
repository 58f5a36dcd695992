package uk.opcc.inspectionresponse.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;
import uk.opcc.inspectionresponse.demo.WholeDemo;

/**
 * The demo's office with a mail server, one for all tests that say no more than this. The server has the whole of the
 * demo's email with a response and does not answer; it accepts all others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser-with-mail",
            "spring.mail.host=localhost",
            "spring.mail.properties.mail.smtp.starttls.required=false"
        })
@ActiveProfiles("demo")
@Import({OneDay.Configuration.class, WholeDemo.class, OfficeWithMailInTheBrowser.Server.class})
@interface OfficeWithMailInTheBrowser {

    /** The mail server. */
    @TestConfiguration
    class Server {

        /** Who is sent a copy in the demo, and nowhere else. */
        private static final String OF_DEMO = "minister@homeoffice.example";

        @Bean
        DynamicPropertyRegistrar portOfMailServer() {
            // Each connection has a thread of its own.
            ThreadLocal<Boolean> isOfDemo = ThreadLocal.withInitial(() -> false);
            ScriptedMailServer server = ScriptedMailServer.at(0).answering((step, line) -> {
                if (step == Step.SENDER) {
                    isOfDemo.set(false);
                } else if (step == Step.RECIPIENT && line.contains(OF_DEMO)) {
                    isOfDemo.set(true);
                }
                return step == Step.MAIL && isOfDemo.get() ? ScriptedMailServer.DROPS : null;
            });
            return properties -> properties.add("spring.mail.port", server::port);
        }
    }
}
