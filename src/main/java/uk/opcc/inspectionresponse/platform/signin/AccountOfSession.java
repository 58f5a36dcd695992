package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.accounts.Account;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;

/** Keeps in a session what its sign-in stands on. */
@Component
class AccountOfSession implements SessionAuthenticationStrategy {

    private static final String ACCOUNT = AccountOfSession.class.getName();

    private final Accounts accounts;

    AccountOfSession(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void onAuthentication(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        keep(request, signedIn.getName());
    }

    /** Keeps what the account of the user is now, where there is a session. */
    void keep(HttpServletRequest request, String user) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            accounts.find(user).ifPresent(account -> session.setAttribute(ACCOUNT, account));
        }
    }

    /** What was kept. */
    static Optional<Account> of(HttpSession session) {
        return Optional.ofNullable((Account) session.getAttribute(ACCOUNT));
    }
}
