package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import uk.opcc.inspectionresponse.platform.accounts.AccountNow;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;

/**
 * The account of whoever sends a request, asked for once: each of the filters of the sign-in needs it. What the request
 * then changes is not in it.
 */
final class AccountOfRequest {

    private static final String ACCOUNT = AccountOfRequest.class.getName();

    private AccountOfRequest() {}

    /** Nothing if there is no such user. */
    static Optional<AccountNow> of(HttpServletRequest request, String user, Accounts accounts) {
        if (request.getAttribute(ACCOUNT) instanceof Asked asked && asked.user().equals(user)) {
            return asked.account();
        }
        Optional<AccountNow> account = accounts.now(user);
        request.setAttribute(ACCOUNT, new Asked(user, account));
        return account;
    }

    private record Asked(String user, Optional<AccountNow> account) {}
}
