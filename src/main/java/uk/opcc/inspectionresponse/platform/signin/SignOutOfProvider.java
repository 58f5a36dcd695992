package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.StaffSite;
import uk.opcc.inspectionresponse.platform.server.RelativeRedirects;

/**
 * Ends the session at the provider of OpenID Connect too, where the person came from there and the provider offers it.
 *
 * <p>A browser goes there from the sign-in page: it would not follow a form's answer to another site, which the policy
 * of the pages forbids, and a web application of Camunda's signs out without leaving its page.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
class SignOutOfProvider extends OidcClientInitiatedLogoutSuccessHandler {

    /** Where in the session stands that the browser has still to go to the provider. */
    static final String ADDRESS_TO_GO_TO = SignOutOfProvider.class.getName();

    /** What a header may hold, and some. */
    private static final int LONGEST_HEADER = 4000;

    SignOutOfProvider(OpenIdConnectProviders providers, StaffSite site) {
        super(providers);
        setDefaultTargetUrl(SignInConfiguration.PAGE);
        // Not the address of the request: anybody may write that.
        setPostLogoutRedirectUri(site.page(SignInConfiguration.PAGE));
    }

    /** The provider's address at which the browser ends that session; empty if there is none to be ended. */
    Optional<String> addressToGoTo(HttpServletRequest request, Authentication signedIn) {
        try {
            return Optional.of(determineTargetUrl(request, null, signedIn))
                    .filter(address -> !address.equals(SignInConfiguration.PAGE));
        } catch (InternalAuthenticationServiceException e) {
            return Optional.empty();
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException {
        Optional<String> address = addressToGoTo(request, signedIn);
        boolean isBrowser = request.getHeader("Sec-Fetch-Mode") != null;
        if (address.isPresent() && !isBrowser && address.get().length() <= LONGEST_HEADER) {
            RelativeRedirects.leadElsewhere(request);
            getRedirectStrategy().sendRedirect(request, response, address.get());
            return;
        }
        address.ifPresent(present -> request.getSession().setAttribute(ADDRESS_TO_GO_TO, present));
        getRedirectStrategy().sendRedirect(request, response, SignInConfiguration.PAGE);
    }

    /** The address to which the browser has still to go, once. */
    static Optional<String> take(HttpSession session) {
        Optional<String> address = Optional.ofNullable((String) session.getAttribute(ADDRESS_TO_GO_TO));
        address.ifPresent(present -> session.removeAttribute(ADDRESS_TO_GO_TO));
        return address;
    }
}
