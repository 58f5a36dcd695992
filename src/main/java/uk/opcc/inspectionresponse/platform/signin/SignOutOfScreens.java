package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/** Ends the whole session when somebody signs out in the menu of a web application of Camunda's. */
class SignOutOfScreens extends OncePerRequestFilter {

    private final Optional<SignOutOfProvider> provider;

    SignOutOfScreens(Optional<SignOutOfProvider> provider) {
        this.provider = provider;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || EngineRequest.pathOfScreens(request)
                        .filter(path -> path.endsWith("/logout"))
                        .isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        chain.doFilter(request, response);
        HttpSession session = request.getSession(false);
        // Camunda's own check against forged requests has refused the others.
        if (response.getStatus() >= 300 || session == null) {
            return;
        }
        Optional<String> address = provider.flatMap(end -> end.addressToGoTo(request, signedIn));
        if (address.isEmpty()) {
            session.invalidate();
            return;
        }
        // The answer is out, so that a new session cannot begin; the old one keeps nothing but the address.
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        session.setAttribute(SignOutOfProvider.ADDRESS_TO_GO_TO, address.get());
    }
}
