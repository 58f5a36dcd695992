package uk.opcc.inspectionresponse.publishing.earlier;

import jakarta.servlet.http.HttpServletResponse;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;

/** Why nothing of what was sent is taken. */
final class Refused {

    /** The field of the form. */
    static final String FIELD = "file";

    private Refused() {}

    /** What was sent has to be another. */
    static RequestRefused input(String message) {
        return of(HttpServletResponse.SC_BAD_REQUEST, message);
    }

    /** What was sent is too much. */
    static RequestRefused size(String message) {
        return of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, message);
    }

    /** Something else has to end first. */
    static RequestRefused conflict(String message) {
        return of(HttpServletResponse.SC_CONFLICT, message);
    }

    private static RequestRefused of(int status, String message) {
        return new RequestRefused(Problem.ofInput(status, message, FIELD));
    }
}
