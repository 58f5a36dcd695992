package uk.opcc.inspectionresponse.casework.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import uk.opcc.inspectionresponse.platform.office.Addressees;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/** The bodies that reports address, as the application is delivered. */
final class DeliveredOffice {

    private DeliveredOffice() {}

    static Addressees addressees() {
        StandardEnvironment settings = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("delivered", new ClassPathResource("application.yaml"))
                    .forEach(settings.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Addressees.in(
                Binder.get(settings).bind("office", OfficeProperties.class).get());
    }
}
