package uk.opcc.inspectionresponse.platform.rest;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request for one task, or for something of it.
 *
 * @param task its id
 * @param what is asked of it, such as {@code complete}; whatever else stands after the id
 */
record TaskRequest(String task, String what) {

    private static final Pattern ADDRESS = Pattern.compile("task/([^/]+)/([^/].*)", Pattern.DOTALL);
    private static final Set<String> ENDING = Set.of("complete", "submit-form", "resolve");

    /** Reads the path of the engine's REST API. */
    static Optional<TaskRequest> at(String path) {
        Matcher matcher = ADDRESS.matcher(path);
        return matcher.matches() ? Optional.of(new TaskRequest(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether the task is done with, or given back to whoever delegated it. */
    boolean endsTask() {
        return ENDING.contains(what);
    }
}
