package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import uk.opcc.inspectionresponse.platform.refusal.Problem;

/**
 * What the engine calls a fault of the server, with 500, and is one of the request: something that is not there, or
 * that the person may not see, or a body that lacks what it must have.
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

    static final String NOT_THE_PROPERTIES =
            "The body of the request does not have the properties or the types that this request takes:"
                    + " compare it with the documentation of the REST API.";

    /** Of the columns for ids and names; what is longer may be what the database refused. */
    private static final int SHORTEST_COLUMN = 64;

    /** What the engine's REST API comes to where it takes apart a body without looking what is in it. */
    private static final Set<String> OF_THE_BODY = Set.of(
            "NullPointerException",
            "ClassCastException",
            "IllegalArgumentException",
            "NumberFormatException",
            "InvalidRequestException",
            "BadUserRequestException",
            "NotValidException");

    /** Here the processes themselves run, and a fault in one is a fault. */
    private static final Pattern RUNNING =
            Pattern.compile("(task|process-definition|job)/.*/(complete|submit-form|start|execute)", Pattern.DOTALL);

    /**
     * Reads an answer of the engine's.
     *
     * @param path of the request, such as {@code task/17/complete}
     * @param body of the request; a missing node where it had none
     * @return nothing where the fault may be the server's
     */
    static Optional<EngineFault> in(JsonNode answered, String path, JsonNode body, boolean reading) {
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
                            ? "The address does not have the parameters that this request takes: compare it with"
                                    + " the documentation of the REST API."
                            : NOT_THE_PROPERTIES));
        }
        if (type.equals("ProcessEnginePersistenceException")
                && !RUNNING.matcher(path).matches()
                && (Arrays.stream(path.split("/")).anyMatch(EngineFault::isLong) || hasLongText(body))) {
            return Optional.of(new EngineFault(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "A name in the address or in the body of the request is too long: shorten it."));
        }
        return Optional.empty();
    }

    /** What is answered. */
    Problem problem() {
        return Problem.ofInput(status, message, "request");
    }

    private static boolean hasLongText(JsonNode node) {
        return node.isTextual() && isLong(node.textValue())
                || StreamSupport.stream(node.spliterator(), false).anyMatch(EngineFault::hasLongText);
    }

    private static boolean isLong(String text) {
        return text.length() > SHORTEST_COLUMN;
    }
}
