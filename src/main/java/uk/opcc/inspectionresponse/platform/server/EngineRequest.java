package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of the engine's REST API, whichever of its addresses it was sent to: the API's own, or that of the web
 * applications; and one of the web applications' other APIs.
 *
 * <p>Every rule about these requests asks here for the path, so that none has a reading of its own: a slash at its end,
 * with which both APIs answer the same, is not in it.
 */
public final class EngineRequest {

    private static final Pattern OF_THE_ENGINE = Pattern.compile(
            "(?:/engine-rest(?:/engine/[^/]+)?|(?:/[^/]+)*/api/engine/engine/[^/]+)/+(.*?)/*", Pattern.DOTALL);
    private static final Pattern OF_THE_SCREENS = Pattern.compile("(?:/[^/]+)*/api/+(.*?)/*", Pattern.DOTALL);

    private static final Pattern OF_CLIENTS = Pattern.compile("/engine-rest(/.*)?", Pattern.DOTALL);

    private EngineRequest() {}

    /** Whether it was sent to the API's own address, as another application does, and not by the screens of staff. */
    public static boolean isOfClient(HttpServletRequest request) {
        return OF_CLIENTS.matcher(path(request)).matches();
    }

    /**
     * What stands after the API's address, decoded, such as {@code task/17/complete}; nothing for any other request.
     */
    public static Optional<String> pathOf(HttpServletRequest request) {
        return after(OF_THE_ENGINE, request);
    }

    /**
     * What stands after the address of the web applications' own APIs, such as {@code admin/auth/user/default}; nothing
     * for any other request.
     */
    public static Optional<String> pathOfScreens(HttpServletRequest request) {
        return pathOf(request).isPresent() ? Optional.empty() : after(OF_THE_SCREENS, request);
    }

    /** Whether the request only asks, and changes nothing. */
    public static boolean isReading(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    private static Optional<String> after(Pattern address, HttpServletRequest request) {
        Matcher matcher = address.matcher(path(request));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
