package uk.opcc.inspectionresponse.restapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.people.Groups;
import uk.opcc.inspectionresponse.people.People;

/**
 * Closes those routes of the engine's REST API that its authorizations leave open, or open too far. All else is theirs to
 * decide.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 60)
class ClosedRoutes extends OncePerRequestFilter {

    private static final List<Route> TO_ALL = List.of(
            // Nobody changes what was done, by whom and when.
            closed(
                    "POST|PUT|DELETE",
                    "history/(?!" + "(process-instance|activity-instance|variable-instance|task|detail)"
                            + "(/count)?$).*"),
            closed("PUT|DELETE", "(task|process-instance)/[^/]+/comment.*"),
            closed("DELETE", "(deployment|process-definition)/.*"),
            closed("PUT", "[a-z-]+-definition/.*history-time-to-live"),
            closed("POST|PUT|DELETE", "process-instance/delete.*historic.*"),
            // Variables are set by the forms and by the application, with the rules that hold for them.
            closed("POST|PUT|DELETE|PATCH", "(task|process-instance|execution)/[^/]+/(variables|localVariables).*"),
            closed("POST", "process-instance/(variables-async|message-async)"),
            closed("POST|PUT", "(message|signal|condition)"),
            closed("POST", "execution/.*"),
            closed("POST", "(process-instance/[^/]+/modification.*|modification/.*|process-definition/.*restart.*)"),
            closed("POST", "process-definition/.*submit-form/.+"),
            // A way out of a task that passes by its form.
            closed("POST", "task/[^/]+/(bpmnError|bpmnEscalation)"),
            closed("POST", "task/create"),
            closed("DELETE", "task/[^/]+"),
            closed("POST|PUT", "external-task.*"),
            // Asks for a password's owner without the delay of the sign-in.
            closed("POST", "identity/verify"),
            closed("GET", "task/[^/]+/rendered-form"));

    /** For these the engine asks for no more than for giving a task to somebody else. */
    private static final List<Route> TO_ALL_BUT_ADMINISTRATORS = List.of(
            closed("PUT", "task/[^/]+"),
            closed("POST", "task/[^/]+/identity-links.*"),
            closed("POST|PUT|DELETE", "task/[^/]+/attachment.*"));

    private final People people;
    private final ObjectMapper json;

    ClosedRoutes(People people, ObjectMapper json) {
        this.people = people;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> path = EngineRequest.pathOf(request);
        if (path.isPresent() && isClosed(request, path.get())) {
            refuse(response, "This is closed: " + request.getMethod() + " " + path.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isClosed(HttpServletRequest request, String path) {
        return TO_ALL.stream().anyMatch(route -> route.matches(request.getMethod(), path))
                || TO_ALL_BUT_ADMINISTRATORS.stream().anyMatch(route -> route.matches(request.getMethod(), path))
                        && !people.isInGroup(request.getRemoteUser(), Groups.ADMINISTRATORS);
    }

    private void refuse(HttpServletResponse response, String message) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Map.of("type", "AuthorizationException", "message", message));
    }

    private static Route closed(String methods, String path) {
        return new Route(Pattern.compile(methods), Pattern.compile(path));
    }

    private record Route(Pattern methods, Pattern path) {
        boolean matches(String method, String address) {
            return methods.matcher(method).matches() && path.matcher(address).matches();
        }
    }
}
