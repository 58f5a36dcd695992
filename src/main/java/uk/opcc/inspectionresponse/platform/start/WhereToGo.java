package uk.opcc.inspectionresponse.platform.start;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the screens and the REST API are, at the port and under the path that the server really has. */
@Component
@Order(1)
class WhereToGo implements Notice {

    private final Environment environment;
    private final ServerProperties settings;
    private final JerseyApplicationPath restPath;
    private final String screensPath;

    WhereToGo(
            Environment environment,
            ServerProperties settings,
            JerseyApplicationPath restPath,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String screensPath) {
        this.environment = environment;
        this.settings = settings;
        this.restPath = restPath;
        this.screensPath = screensPath;
    }

    @Override
    public List<String> lines() {
        String screens = address() + screensPath + "/app/";
        return List.of(
                "Inspection response is ready:",
                "Tasklist  " + screens + "tasklist/",
                "Cockpit   " + screens + "cockpit/",
                "Admin     " + screens + "admin/",
                "Register  " + address() + "/responses",
                "REST      " + address() + restPath.getPrefix());
    }

    private String address() {
        boolean secured = settings.getSsl() != null && settings.getSsl().isEnabled();
        return (secured ? "https" : "http") + "://localhost:"
                + environment.getProperty("local.server.port")
                + Objects.requireNonNullElse(settings.getServlet().getContextPath(), "");
    }
}
