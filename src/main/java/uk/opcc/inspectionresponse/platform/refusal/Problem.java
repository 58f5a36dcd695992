package uk.opcc.inspectionresponse.platform.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Why a request is refused, as every refusal is answered: with {@code type}, {@code message} and {@code field}, which
 * Camunda's screens and the clients of its REST API read, and with the fields of RFC 9457.
 *
 * @param status of HTTP, 400 or above
 * @param type the name that the engine's REST API has for this kind of refusal
 * @param message says in words what to do
 * @param field the key of the field or the name of the property that is refused; null where it is none
 */
public record Problem(int status, String type, String message, String field) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An input that has to be another. */
    public static Problem ofInput(int status, String message, String field) {
        return new Problem(status, "InvalidRequestException", message, field);
    }

    /** Somebody has to sign in first. */
    public static Problem ofStranger() {
        return new Problem(HttpServletResponse.SC_UNAUTHORIZED, "AuthenticationException", "Sign in.", null);
    }

    /** The same with the key of the field in the message too. */
    public Problem withTheKeyOfItsField() {
        return field == null || message.contains(field)
                ? this
                : new Problem(status, type, message + " (" + field + ")", field);
    }

    /** Something that the person may not do. */
    public static Problem ofRights(String message) {
        return new Problem(HttpServletResponse.SC_FORBIDDEN, "AuthorizationException", message, null);
    }

    /** Answers a request with it. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("type", type).put("message", message);
        if (field != null) {
            body.put("field", field);
        }
        response.setStatus(status);
        write(request, response, body);
    }

    /** Answers a request with what the engine says, which has its type and its message. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, ObjectNode said)
            throws IOException {
        write(request, response, said);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, ObjectNode body)
            throws IOException {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        body.put("title", status == null ? "Refused" : status.getReasonPhrase());
        body.put("status", response.getStatus());
        body.set("detail", body.path("message"));
        body.put("instance", request.getRequestURI());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(body));
    }
}
