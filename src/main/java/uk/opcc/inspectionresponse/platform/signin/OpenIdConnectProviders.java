package uk.opcc.inspectionresponse.platform.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The providers of OpenID Connect in the configuration, each asked for its addresses when somebody first signs in with
 * it: one that is down stops neither the start nor the others.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class OpenIdConnectProviders implements ClientRegistrationRepository {

    private final Map<String, OpenIdConnectProvider> providers = new LinkedHashMap<>();

    OpenIdConnectProviders(OAuth2ClientProperties settings) {
        settings.getRegistration()
                .forEach((id, registration) -> providers.put(
                        id,
                        new OpenIdConnectProvider(
                                id, name(id, registration), () -> discover(settings, id, registration))));
    }

    private static String name(String id, OAuth2ClientProperties.Registration registration) {
        return registration.getClientName() == null ? id : registration.getClientName();
    }

    private static ClientRegistration discover(
            OAuth2ClientProperties settings, String id, OAuth2ClientProperties.Registration registration) {
        OAuth2ClientProperties alone = new OAuth2ClientProperties();
        alone.getRegistration().put(id, registration);
        alone.getProvider().putAll(settings.getProvider());
        return new OAuth2ClientPropertiesMapper(alone).asClientRegistrations().get(id);
    }

    /** The providers in the order of the configuration. */
    List<OpenIdConnectProvider> all() {
        return List.copyOf(providers.values());
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        OpenIdConnectProvider provider = providers.get(id);
        return provider == null ? null : provider.registration();
    }
}
