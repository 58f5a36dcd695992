package uk.opcc.inspectionresponse.platform.server;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server does before the application has a look at a request. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final int SEND_BUFFER = 512 * 1024;

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
}
