package uk.opcc.inspectionresponse.platform.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Asks providers of OpenID Connect, and does not wait for one that does not answer. */
final class OpenIdConnectHttp {

    private OpenIdConnectHttp() {}

    static RestTemplate keys() {
        return new RestTemplate(requests());
    }

    static RestTemplate userInfo() {
        RestTemplate template = keys();
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return template;
    }

    /** A client that asks for tokens and understands no other answer. */
    static RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static ClientHttpRequestFactory requests() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(3));
        requests.setReadTimeout(Duration.ofSeconds(5));
        return requests;
    }
}
