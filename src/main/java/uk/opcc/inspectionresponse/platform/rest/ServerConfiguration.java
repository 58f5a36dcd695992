package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.Filter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * What the web server does before the application has a look at a request. Registrations with an order come before
 * filters that are plain beans, whatever order those have.
 */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final String SIGN_IN = "/sign-in";
    private static final int SEND_BUFFER = 512 * 1024;

    @Bean
    FilterRegistrationBean<RelativeRedirects> relativeRedirects() {
        return first(new RelativeRedirects());
    }

    @Bean
    FilterRegistrationBean<NeverStored> neverStored(
            JerseyApplicationPath rest, @Value("${camunda.bpm.webapp.application-path:/camunda}") String screens) {
        return first(new NeverStored(screens + "/api", rest.getPath()));
    }

    @Bean
    FilterRegistrationBean<RequestsOfStrangers> requestsOfStrangers(
            JerseyApplicationPath rest, ServerProperties server) {
        return first(new RequestsOfStrangers(
                SIGN_IN,
                rest.getPath(),
                server.getError().getPath(),
                server.getTomcat().getThreads().getMax()));
    }

    /** What Spring Boot has no settings for. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limits(ServerProperties server) {
        return factory -> {
            factory.addEngineValves(
                    new UnreadBodies(server.getTomcat().getMaxSwallowSize().toBytes()));
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    // A client that asks before it sends its body is told to go on only when somebody reads the body.
                    http.setContinueResponseTiming("onRead");
                    // What fits in here is sent without a thread that waits for a slow reader.
                    http.setProperty("socket.txBufSize", String.valueOf(SEND_BUFFER));
                }
            });
        };
    }

    private static <T extends Filter> FilterRegistrationBean<T> first(T filter) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
