package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Sends whom it refuses back to the sign-in page, with the reason in words: sessions are kept, and exceptions are not.
 */
class TellWhyRefused implements AuthenticationFailureHandler {

    private static final String WHY = TellWhyRefused.class.getName();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        request.getSession().setAttribute(WHY, RefusedSignIn.explain(reason));
        response.sendRedirect(request.getContextPath() + SignInConfiguration.PAGE + "?refused");
    }

    /** The words for the last refusal in a session; those for a wrong password where there was none. */
    static String words(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(WHY)).orElseGet(() -> RefusedSignIn.explain(null));
    }
}
