package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.server.RelativeRedirects;

/**
 * Has the provider of OpenID Connect send people back to the address that is configured, and not to the one that their
 * request names: anybody may write that.
 */
@Component
class BackFromProvider implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver provider;
    private final URI address;

    BackFromProvider(ObjectProvider<ClientRegistrationRepository> registrations, OfficeProperties office) {
        ClientRegistrationRepository registered = registrations.getIfAvailable();
        this.provider = registered == null
                ? null
                : new DefaultOAuth2AuthorizationRequestResolver(
                        registered, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        this.address = registered == null ? null : withHost(office.url());
    }

    private static URI withHost(String address) {
        URI uri = URI.create(address);
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw new IllegalArgumentException(
                    "OFFICE_URL must be an address such as https://responses.example, and not " + address
                            + ": the provider of OpenID Connect sends people back there.");
        }
        return uri;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return ask(request, () -> provider.resolve(atAddress(request)));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return ask(request, () -> provider.resolve(atAddress(request), registration));
    }

    private OAuth2AuthorizationRequest ask(
            HttpServletRequest request, Supplier<OAuth2AuthorizationRequest> toProvider) {
        if (provider == null) {
            return null;
        }
        OAuth2AuthorizationRequest asked = toProvider.get();
        if (asked != null) {
            RelativeRedirects.leadElsewhere(request);
        }
        return asked;
    }

    private HttpServletRequest atAddress(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getScheme() {
                return address.getScheme();
            }

            @Override
            public String getServerName() {
                return address.getHost();
            }

            @Override
            public int getServerPort() {
                if (address.getPort() >= 0) {
                    return address.getPort();
                }
                return address.getScheme().equals("https") ? 443 : 80;
            }
        };
    }
}
