package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes in the form of the sign-in while no thread waits for it, and hands it on when it is there: before anything else
 * begins with the request, so that all the rest sees it once.
 */
public class SignInForms extends OncePerRequestFilter {

    private final String signIn;

    /** @param signIn the path that strangers send a form to */
    public SignInForms(String signIn) {
        this.signIn = signIn;
    }

    /** A form that has come in is handed on here. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAsyncDispatch(request)) {
            chain.doFilter(ReceivedForm.of(request), response);
        } else if (request.getMethod().equals("POST")
                // As it was sent: an address that says the same in another way is refused later.
                && request.getRequestURI().equals(request.getContextPath() + signIn)
                && UnreadRequest.hasBody(request)) {
            ReceivedForm.receive(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
