package uk.opcc.inspectionresponse.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.demo.WholeDemo;

/** The demo's office at a free port, one for all tests in the browser that say no more than this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser")
@ActiveProfiles("demo")
@Import({OneDay.Configuration.class, WholeDemo.class})
@interface OfficeInTheBrowser {}
