package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.accounts.Account;
import uk.opcc.inspectionresponse.platform.accounts.AccountNow;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;

/**
 * Ends a session, that of Camunda's web applications with it, at the first request after its password was changed
 * elsewhere, its user deleted or a group lost. Whoever changes the own password stays signed in where that was done.
 */
class EndSessions extends OncePerRequestFilter {

    private static final String ENDED = EndSessions.class.getName();

    private final Accounts accounts;
    private final AccountOfSession accountOfSession;

    EndSessions(Accounts accounts, AccountOfSession accountOfSession) {
        this.accounts = accounts;
        this.accountOfSession = accountOfSession;
    }

    /** Whether that has happened in this request. */
    static boolean ended(HttpServletRequest request) {
        return request.getAttribute(ENDED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || signedIn == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Account> now =
                AccountOfRequest.of(request, signedIn.getName(), accounts).map(AccountNow::account);
        Optional<Account> before = AccountOfSession.of(session);
        if (now.isEmpty() || before.isEmpty() || !now.get().upholds(before.get())) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            request.setAttribute(ENDED, true);
            chain.doFilter(request, response);
            return;
        }
        if (!now.equals(before)) {
            accountOfSession.keep(request, signedIn.getName());
        }
        chain.doFilter(request, response);
        if (OwnCredentials.areChangedBy(request, signedIn.getName()) && response.getStatus() < 300) {
            accountOfSession.keep(request, signedIn.getName());
        }
    }
}
