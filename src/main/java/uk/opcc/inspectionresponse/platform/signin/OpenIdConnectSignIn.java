package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * The way to a provider of OpenID Connect and back. Whatever comes back that is no sign-in ends on the sign-in page, in
 * words: a provider can answer anything, and so can anybody in its name.
 */
final class OpenIdConnectSignIn implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdConnectSignIn.class);

    private final OpenIdConnectUsers users;
    private final TellWhyRefused toThePage = new TellWhyRefused();
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens;

    OpenIdConnectSignIn(OpenIdConnectUsers users) {
        this.users = users;
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(OpenIdConnectHttp.tokens());
        this.tokens = client;
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.failureHandler(this)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                        filter.setAuthenticationFailureHandler(OpenIdConnectSignIn.this);
                        return filter;
                    }
                });
        login.tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(this::token));
        login.userInfoEndpoint(
                endpoint -> endpoint.oidcUserService(this::person).userService(OpenIdConnectSignIn::noPerson));
    }

    private OAuth2AccessTokenResponse token(OAuth2AuthorizationCodeGrantRequest request) {
        try {
            return tokens.getTokenResponse(request);
        } catch (AuthenticationException | OAuth2AuthorizationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private OidcUser person(OidcUserRequest request) {
        try {
            return users.loadUser(request);
        } catch (AuthenticationException e) {
            throw e;
        } catch (BadUserRequestException e) {
            throw new UserNameRefused(e.getMessage(), e);
        } catch (IllegalArgumentException | ClassCastException e) {
            // What Spring Security says of claims of another type than they must have.
            throw unreadable(e);
        }
    }

    /** OAuth alone says who may read something, and not who is there. */
    private static OAuth2User noPerson(OAuth2UserRequest request) {
        throw new SignInRefusal(
                "the provider '" + request.getClientRegistration().getRegistrationId()
                        + "' was asked for no OpenID Connect: add openid to its scope",
                "This way to sign in is not set up completely. Ask your administrator.");
    }

    private static OAuth2AuthenticationException unreadable(RuntimeException e) {
        return new OAuth2AuthenticationException(
                new OAuth2Error("unreadable", "The provider's answer cannot be read: " + e.getMessage(), null), e);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        LOG.warn("Sign-in with OpenID Connect failed: {}", PlainText.of(reason.getMessage(), 1000));
        toThePage.onAuthenticationFailure(request, response, explained(reason));
    }

    /** The reason as the sign-in page tells it; what the provider wrote is not shown there. */
    private static AuthenticationException explained(AuthenticationException reason) {
        if (reason instanceof OAuth2AuthenticationException failed) {
            return new SignInRefusal(
                    reason.getMessage(), words(failed.getError().getErrorCode()));
        }
        if (reason.getCause() instanceof AuthenticationException wrapped) {
            return wrapped;
        }
        return reason.getCause() instanceof IllegalArgumentException
                ? new SignInRefusal(reason.getMessage(), "There is no such way to sign in.")
                : reason;
    }

    private static String words(String code) {
        return switch (code) {
            case "access_denied", "consent_required", "interaction_required" ->
                "The sign-in was refused, or you did not agree to it. Try again, or ask your administrator.";
            case "authorization_request_not_found", "invalid_state_parameter", "invalid_nonce", "invalid_grant" ->
                "This sign-in took too long, or was begun in another window. Sign in again.";
            case "temporarily_unavailable", "server_error" ->
                "The provider cannot sign you in at the moment. Try again in a while.";
            case "invalid_id_token" ->
                "The provider's answer could not be verified. Try again; if it happens again,"
                        + " ask your administrator.";
            default ->
                "The provider's answer could not be used. Try again; if it happens again, ask your administrator.";
        };
    }
}
