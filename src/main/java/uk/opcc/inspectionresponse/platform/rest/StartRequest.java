package uk.opcc.inspectionresponse.platform.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that starts a process.
 *
 * @param key of the process; null where one version is named
 * @param id of one version; null where the process is named by its key
 */
record StartRequest(String key, String id) {

    private static final Pattern ADDRESS =
            Pattern.compile("process-definition/(?:key/([^/]+)(?:/tenant-id/[^/]+)?|([^/]+))/(?:start|submit-form)");

    /** Reads the path of the engine's REST API. */
    static Optional<StartRequest> at(String path) {
        Matcher matcher = ADDRESS.matcher(path);
        return matcher.matches() ? Optional.of(new StartRequest(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
