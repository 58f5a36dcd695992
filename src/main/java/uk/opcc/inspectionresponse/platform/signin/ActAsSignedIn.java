package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.accounts.AccountNow;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;

/**
 * Tells the engine for the time of a request who is signed in and in which groups, so that its authorizations hold. The
 * groups are asked for each time: who has left a group has lost its role at once.
 */
class ActAsSignedIn extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Accounts accounts;

    ActAsSignedIn(IdentityService identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        identity.setAuthentication(signedIn.getName(), groups(request, signedIn.getName()));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<String> groups(HttpServletRequest request, String user) {
        return AccountOfRequest.of(request, user, accounts)
                .map(AccountNow::account)
                .map(account -> List.copyOf(account.groups()))
                .orElse(List.of());
    }
}
