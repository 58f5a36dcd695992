package uk.opcc.inspectionresponse.restapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request of the engine's REST API, whichever of its addresses it was sent to: the API's own, or Tasklist's. */
public final class EngineRequest {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:/engine-rest(?:/engine/[^/]+)?|.*/api/engine/engine/[^/]+)/+(.*?)/*");

    private EngineRequest() {}

    /** What stands after the API's address, decoded, such as {@code task/17/complete}; nothing for any other request. */
    public static Optional<String> pathOf(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Matcher matcher = ADDRESS.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the request only asks, and changes nothing. */
    public static boolean isReading(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
