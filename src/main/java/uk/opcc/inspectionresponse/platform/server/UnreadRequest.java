package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import uk.opcc.inspectionresponse.platform.refusal.Problem;

/** A request that is refused before anything has looked at its body. */
final class UnreadRequest {

    private UnreadRequest() {}

    /** Whether there is a body to be read. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Refuses it, and lets the connection be closed: what was not read would be taken for the next request. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Problem problem = status == HttpServletResponse.SC_UNAUTHORIZED
                ? Problem.ofStranger()
                : Problem.ofInput(status, message, null);
        problem.answer(request, response);
        response.getWriter().flush();
    }
}
