package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import uk.opcc.inspectionresponse.platform.accounts.Account;
import uk.opcc.inspectionresponse.platform.accounts.AccountNow;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;

/**
 * Signs in to Camunda's web applications whoever is signed in here.
 *
 * <p>The vendor's filter is the one that its manual names for sign-in outside of its web applications; there is none
 * outside of its internals.
 */
class SignedInToScreens extends ContainerBasedAuthenticationFilter {

    private final Accounts accounts;

    SignedInToScreens(Accounts accounts) {
        this.accounts = accounts;
        authenticationProvider = new AuthenticationProvider() {
            @Override
            public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
                Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
                return signedIn != null
                                && AccountOfRequest.of(request, signedIn.getName(), accounts)
                                        .isPresent()
                        ? AuthenticationResult.successful(signedIn.getName())
                        : AuthenticationResult.unsuccessful();
            }

            @Override
            public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
                // 401 says all: the page that asks goes to the sign-in by itself.
            }
        };
    }

    /** The vendor's keeps for minutes in which groups a person was. */
    @Override
    protected boolean existisAuthentication(Authentications kept, String engine, String user) {
        return super.existisAuthentication(kept, engine, user)
                && kept.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication authentication
                && Set.copyOf(authentication.getGroupIds()).equals(groupsNow(user));
    }

    private Set<String> groupsNow(String user) {
        // The vendor's own question brings no request with it.
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes asking
                ? AccountOfRequest.of(asking.getRequest(), user, accounts)
                        .map(AccountNow::account)
                        .map(Account::groups)
                        .orElse(Set.of())
                : Set.of();
    }

    @Override
    public void init(FilterConfig filterConfig) {
        // The vendor's would make its provider from a class name.
    }
}
