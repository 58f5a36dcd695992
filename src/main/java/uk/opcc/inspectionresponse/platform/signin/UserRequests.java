package uk.opcc.inspectionresponse.platform.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.rest.EngineRequest;
import uk.opcc.inspectionresponse.platform.rest.HeldRequest;

/**
 * Looks at what is sent to change a user: the own password, which the REST API asks for again, with the delay of the
 * sign-in; and a profile, which must be that of the user in the address, or it would overwrite another one.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 55)
class UserRequests extends OncePerRequestFilter {

    private static final Pattern OF_USER = Pattern.compile("user/([^/]+)/(credentials|profile)");

    private final OwnPassword ownPassword;
    private final ObjectMapper json;

    UserRequests(OwnPassword ownPassword, ObjectMapper json) {
        this.ownPassword = ownPassword;
        this.json = json;
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
        Optional<Refusal> refusal = refusal(ofUser.get(), request, HeldRequest.jsonOf(request));
        if (refusal.isPresent()) {
            refuse(response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> refusal(Matcher ofUser, HttpServletRequest request, JsonNode sent) {
        if (ofUser.group(2).equals("profile")) {
            return sent.path("id").asText().equals(ofUser.group(1))
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            HttpServletResponse.SC_BAD_REQUEST,
                            "id",
                            "User name (id): it must be '" + ofUser.group(1)
                                    + "', as in the address: a user name can't be" + " changed."));
        }
        if (sent.path("password").asText("").isEmpty()) {
            return Optional.of(new Refusal(
                    HttpServletResponse.SC_BAD_REQUEST, "password", "Password (password): please give the new one."));
        }
        try {
            String typed = sent.path("authenticatedUserPassword").asText("");
            return ownPassword.isRight(request.getRemoteUser(), typed, request.getRemoteAddr())
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            HttpServletResponse.SC_BAD_REQUEST,
                            "authenticatedUserPassword",
                            "Your own password (authenticatedUserPassword): this is not it."));
        } catch (LockedException e) {
            return Optional.of(new Refusal(429, "authenticatedUserPassword", RefusedSignIn.explain(e)));
        }
    }

    private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(
                response.getWriter(),
                json.createObjectNode()
                        .put("type", "InvalidRequestException")
                        .put("message", refusal.message())
                        .put("field", refusal.field()));
    }

    private record Refusal(int status, String field, String message) {}
}
