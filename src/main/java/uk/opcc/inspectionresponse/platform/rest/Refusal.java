package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/** The answer to a request that is refused before anything has looked at it, in the form that the REST API's have. */
final class Refusal {

    private Refusal() {}

    /** Sends it, and lets the connection be closed: what was not read would be taken for the next request. */
    static void send(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\""
                        + (status == HttpServletResponse.SC_UNAUTHORIZED ? "Authentication" : "InvalidRequest")
                        + "Exception\",\"message\":\"" + message + "\"}");
        response.getWriter().flush();
    }
}
