package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;
import uk.opcc.inspectionresponse.platform.signin.OwnPassword;
import uk.opcc.inspectionresponse.platform.signin.RefusedSignIn;

/**
 * Looks at what is sent to change a user: the own password, which the REST API asks for again, with the delay of the
 * sign-in; and a profile, which must be that of the user in the address, or it would overwrite another one.
 */
class UserRequests extends OncePerRequestFilter {

    private static final Pattern OF_USER = Pattern.compile("user/([^/]+)/(credentials|profile)");

    private final OwnPassword ownPassword;

    UserRequests(OwnPassword ownPassword) {
        this.ownPassword = ownPassword;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Matcher> ofUser = EngineRequest.pathOf(request)
                .map(OF_USER::matcher)
                .filter(matcher -> request.getMethod().equals("PUT") && matcher.matches());
        if (ofUser.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        check(ofUser.get(), request, BufferedRequest.jsonOf(request));
        chain.doFilter(request, response);
    }

    private void check(Matcher ofUser, HttpServletRequest request, JsonNode sent) {
        if (ofUser.group(2).equals("profile")) {
            if (!sent.path("id").asText().equals(ofUser.group(1))) {
                throw new InputRefused(
                        "id",
                        "User name: it must be '" + ofUser.group(1)
                                + "', as in the address: a user name cannot be changed.");
            }
        } else if (sent.path("password").asText("").isEmpty()) {
            throw new InputRefused("password", "Password: give the new one.");
        } else {
            checkOwnPassword(request, sent.path("authenticatedUserPassword").asText(""));
        }
    }

    private void checkOwnPassword(HttpServletRequest request, String typed) {
        try {
            if (!ownPassword.isRight(request.getRemoteUser(), typed, request.getRemoteAddr())) {
                throw new InputRefused("authenticatedUserPassword", "Your own password: this is not correct.");
            }
        } catch (LockedException e) {
            throw new RequestRefused(Problem.ofInput(
                    HttpStatus.TOO_MANY_REQUESTS.value(), RefusedSignIn.explain(e), "authenticatedUserPassword"));
        }
    }
}
