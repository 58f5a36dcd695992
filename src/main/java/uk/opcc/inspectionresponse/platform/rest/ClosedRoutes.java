package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/**
 * Closes the routes of the engine's REST API, and of the web applications', that nobody here needs: what the engine's
 * authorizations would leave open, or open too far. All else is theirs to decide.
 *
 * <p>For people who are not administrators only those routes that change something are open that are listed here, so
 * that one which a later engine adds is closed. It decides before anything reads the body: who may not send one is not
 * waited for.
 */
class ClosedRoutes extends OncePerRequestFilter {

    /** To administrators as well. */
    private static final List<Route> CLOSED_TO_ALL = List.of(
            // Nobody changes what was done, by whom and when.
            route(
                    "POST|PUT|DELETE",
                    "history/(?!(process-instance|activity-instance|variable-instance|task|detail)(/count)?$).*"),
            route("PUT|DELETE", "(task|process-instance)/[^/]+/comment.*"),
            route("DELETE", "(deployment|process-definition)/.*"),
            route("PUT", "[a-z-]+-definition/.*history-time-to-live"),
            route("POST|PUT|DELETE", "process-instance/delete.*historic.*"),
            // Variables are set by the forms and by the application, with the rules that hold for them.
            route("POST|PUT|DELETE|PATCH", "(task|process-instance|execution)/[^/]+/(variables|localVariables).*"),
            route("POST", "process-instance/(variables-async|message-async)"),
            route("POST|PUT", "(message|signal|condition)"),
            route("POST", "execution/(?!count$).*"),
            route("POST", "(process-instance/[^/]+/modification.*|modification/.*|process-definition/.*restart.*)"),
            route("POST", "process-definition/.*submit-form/.+"),
            // Takes files of another deployment that nothing looked at together.
            route("POST", "deployment/[^/]+/redeploy"),
            // A way out of a task that passes by its form.
            route("POST", "task/[^/]+/(bpmnError|bpmnEscalation)"),
            route("POST", "task/create"),
            route("DELETE", "task/[^/]+"),
            route("POST|PUT", "external-task.*"),
            // Asks for a password's owner without the delay of the sign-in.
            route("POST", "identity/verify"),
            route("GET|HEAD", "task/[^/]+/rendered-form"));

    /** Open to everybody who is signed in, as far as the engine's authorizations go. */
    private static final List<Route> OPEN = List.of(
            // Questions that are too long for an address.
            route(
                    "POST",
                    "(task|process-instance|execution|variable-instance|job|job-definition|group|case-instance|case-execution)"
                            + "(/count)?"),
            route("POST", "history/(process-instance|activity-instance|variable-instance|task|detail)(/count)?"),
            route("POST", "filter/[^/]+/(list|count|singleResult)"),
            route("POST", "identity/password-policy"),
            // The work.
            route("POST", "process-definition/(key/)?[^/]+/(start|submit-form)"),
            route("POST", "task/[^/]+/(claim|unclaim|complete|submit-form|assignee|delegate|resolve|comment/create)"),
            // One's own name and password.
            route("PUT", "user/[^/]+/(profile|credentials)"));

    /** What process owners do besides. */
    private static final List<Route> OPEN_TO_PROCESS_OWNERS = List.of(
            route("POST", "deployment/create"), route("POST", "migration/(generate|validate|execute|executeAsync)"));

    /** Questions about the machinery, which the engine answers to everybody. */
    private static final List<Route> OF_THE_MACHINERY =
            List.of(route("GET|HEAD|OPTIONS", "(metrics|telemetry|schema)(/.*)?"));

    /** Cockpit shows them to those who look after the processes. */
    private static final List<Route> OF_COCKPIT =
            List.of(route("GET|HEAD|POST", "job-definition(/.*)?"), route("GET|HEAD|POST", "job(/.*)?"));

    private static final List<Route> QUESTIONS_ABOUT_GROUPS =
            List.of(route("GET|HEAD", "identity/groups"), route("GET|HEAD", "(group|user|tenant)(/count)?"));

    /** By these somebody's groups are asked for. */
    static final Set<String> WHOSE_GROUPS = Set.of("userId", "member", "groupMember", "userMember");

    /** The only things that the screens ask of their own APIs in any other way than by reading. */
    private static final List<Route> OPEN_OF_SCREENS = List.of(
            route("POST", "admin/auth/user/[^/]+/logout"),
            route("POST", "cockpit/plugin/.+"),
            route("PUT", "office/drafts/.+"));

    private static final Pattern JSON_OR_FILES =
            Pattern.compile("application/([a-z.]+\\+)?json|multipart/", Pattern.CASE_INSENSITIVE);

    private final People people;

    ClosedRoutes(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> path = EngineRequest.pathOf(request);
        Optional<String> ofScreens = EngineRequest.pathOfScreens(request);
        if (path.isPresent() && isClosed(request, path.get())
                || ofScreens.isPresent() && isClosedOfScreens(request, ofScreens.get())) {
            throw new RequestRefused(
                    Problem.ofRights("This is closed: " + request.getMethod() + " " + request.getRequestURI()));
        } else if ((path.isPresent() || ofScreens.isPresent()) && isNoJson(request)) {
            throw new RequestRefused(
                    Problem.ofInput(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Send Json.", null));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isClosed(HttpServletRequest request, String path) {
        return matches(CLOSED_TO_ALL, request, path)
                || !isKnownMethod(request)
                // The audit needs the names of the others, and the office its last administrator.
                || request.getMethod().equals("DELETE") && path.equals("user/" + request.getRemoteUser())
                || isClosedToMost(request, path) && !isIn(request, Groups.ADMINISTRATORS);
    }

    private boolean isClosedToMost(HttpServletRequest request, String path) {
        if (matches(OF_THE_MACHINERY, request, path)) {
            return true;
        }
        if (matches(OF_COCKPIT, request, path) && !isIn(request, Groups.MANAGERS, Groups.PROCESS_OWNERS)) {
            return true;
        }
        if (matches(QUESTIONS_ABOUT_GROUPS, request, path) && asksForAnother(request)) {
            return true;
        }
        return !EngineRequest.isReading(request)
                && !matches(OPEN, request, path)
                && !(matches(OPEN_TO_PROCESS_OWNERS, request, path) && isIn(request, Groups.PROCESS_OWNERS));
    }

    private static boolean isClosedOfScreens(HttpServletRequest request, String path) {
        return !EngineRequest.isReading(request) && !matches(OPEN_OF_SCREENS, request, path);
    }

    private static boolean isKnownMethod(HttpServletRequest request) {
        return EngineRequest.isReading(request)
                || Set.of("POST", "PUT", "DELETE").contains(request.getMethod());
    }

    /** In which groups somebody else is. */
    private static boolean asksForAnother(HttpServletRequest request) {
        return WHOSE_GROUPS.stream()
                .map(request::getParameterValues)
                .filter(asked -> asked != null)
                .flatMap(Arrays::stream)
                .anyMatch(user -> !user.equals(request.getRemoteUser()));
    }

    /** A page of another site could send a form, or plain text, without being asked. */
    private static boolean isNoJson(HttpServletRequest request) {
        String type = request.getContentType();
        return !EngineRequest.isReading(request)
                && type != null
                && !JSON_OR_FILES.matcher(type).lookingAt();
    }

    private boolean isIn(HttpServletRequest request, String... groups) {
        return Arrays.stream(groups).anyMatch(group -> people.isInGroup(request.getRemoteUser(), group));
    }

    private static boolean matches(List<Route> routes, HttpServletRequest request, String path) {
        return routes.stream().anyMatch(route -> route.matches(request.getMethod(), path));
    }

    private static Route route(String methods, String path) {
        return new Route(Pattern.compile(methods), Pattern.compile(path, Pattern.DOTALL));
    }

    private record Route(Pattern methods, Pattern path) {
        boolean matches(String method, String address) {
            return methods.matcher(method).matches() && path.matcher(address).matches();
        }
    }
}
