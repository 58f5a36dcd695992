package uk.opcc.inspectionresponse.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the engine calls a fault of the server, with 500, and is one of the request: something that is not there, or that
 * the person may not see, or a body that lacks what it must have.
 *
 * @param status what is answered in its place
 * @param message says so in words, and nothing of what the engine said of its inside
 */
record EngineFault(int status, String message) {

    private static final Pattern NOT_ALLOWED =
            Pattern.compile("AuthorizationException|does not have .* permission|ENGINE-03110");
    private static final Pattern NOT_THERE = Pattern.compile(
            "doesn't exist|does not exist|no [a-zA-Z ]*found with|no deployed|cannot find|is null$",
            Pattern.CASE_INSENSITIVE);

    /** What the engine's REST API comes to where it takes apart a body without looking what is in it. */
    private static final Set<String> OF_THE_BODY =
            Set.of("NullPointerException", "ClassCastException", "IllegalArgumentException", "NumberFormatException");

    /** Here the processes themselves run, and a fault in one is a fault. */
    private static final Pattern RUNNING =
            Pattern.compile("(task|process-definition|job)/.*/(complete|submit-form|start|execute)", Pattern.DOTALL);

    /**
     * Reads an answer of the engine's.
     *
     * @return nothing where the fault may be the server's
     */
    static Optional<EngineFault> in(JsonNode answered, String path, boolean reading) {
        String type = answered.path("type").asText();
        String message = answered.path("message").asText();
        if (NOT_ALLOWED.matcher(message).find()) {
            return Optional.of(new EngineFault(HttpServletResponse.SC_FORBIDDEN, "You may not see or change this."));
        }
        if (type.equals("NullValueException") || NOT_THERE.matcher(message).find()) {
            return Optional.of(new EngineFault(
                    HttpServletResponse.SC_NOT_FOUND, "There is no such thing: it may have ended or been deleted."));
        }
        if (OF_THE_BODY.contains(type) && !RUNNING.matcher(path).matches()) {
            return Optional.of(new EngineFault(
                    HttpServletResponse.SC_BAD_REQUEST,
                    reading
                            ? "The address has not the parameters that this request takes: please compare it with the"
                                    + " documentation of the REST API."
                            : NOT_THE_PROPERTIES));
        }
        return Optional.empty();
    }

    static final String NOT_THE_PROPERTIES =
            "The body of the request has not the properties or the types that this request takes:"
                    + " please compare it with the documentation of the REST API.";
}
