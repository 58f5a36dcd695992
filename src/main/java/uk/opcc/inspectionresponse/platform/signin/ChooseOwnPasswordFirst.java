package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.accounts.AccountNow;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/**
 * Lets whoever has a password that somebody else has set do nothing but choose an own one: two people know that one,
 * and what is done with it cannot be told from what the other does.
 */
class ChooseOwnPasswordFirst extends OncePerRequestFilter {

    private final Accounts accounts;
    private final DirectoryUsers directoryUsers;
    private final RequestMatcher wantsPage;
    private final RequestMatcher open;
    private final RequestCache wantedPages;

    /**
     * @param wantsPage which requests a browser sends for a page
     * @param open what is open all the same
     * @param wantedPages where the page is kept that a person wanted to see
     */
    ChooseOwnPasswordFirst(
            Accounts accounts,
            DirectoryUsers directoryUsers,
            RequestMatcher wantsPage,
            RequestMatcher open,
            RequestCache wantedPages) {
        this.accounts = accounts;
        this.directoryUsers = directoryUsers;
        this.wantsPage = wantsPage;
        this.open = open;
        this.wantedPages = wantedPages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null
                || signedIn instanceof AnonymousAuthenticationToken
                || open.matches(request)
                || isForThePassword(request, signedIn.getName())
                || !isDue(request, signedIn.getName())) {
            chain.doFilter(request, response);
        } else if (wantsPage.matches(request)) {
            wantedPages.saveRequest(request, response);
            response.sendRedirect(request.getContextPath() + PasswordPage.ADDRESS);
        } else {
            Problem.ofRights("Somebody else has set your password. Choose your own first: open "
                            + PasswordPage.ADDRESS
                            + " in a browser, or send PUT /user/{your user name}/credentials.")
                    .answer(request, response);
        }
    }

    private static boolean isForThePassword(HttpServletRequest request, String user) {
        Optional<String> path = EngineRequest.pathOf(request);
        return OwnCredentials.areChangedBy(request, user)
                || path.filter("identity/password-policy"::equals).isPresent();
    }

    private boolean isDue(HttpServletRequest request, String user) {
        return AccountOfRequest.of(request, user, accounts)
                        .filter(AccountNow::passwordOfSomebodyElse)
                        .isPresent()
                && !directoryUsers.isFromDirectory(user);
    }
}
