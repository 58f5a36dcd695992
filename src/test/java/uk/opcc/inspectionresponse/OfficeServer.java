package uk.opcc.inspectionresponse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application with its web server, one for all tests that say no more than this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(OneDay.Configuration.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:server",
            "camunda.bpm.job-execution.enabled=false",
            "office.public-url=https://office.example/",
            "office.register.export-folder=" + OfficeServer.EXPORTED
        })
public @interface OfficeServer {

    /** Where the register is exported to: each of the processes that run tests side by side has its own. */
    String EXPORTED = "${exported-register:target/exported-register}";
}
