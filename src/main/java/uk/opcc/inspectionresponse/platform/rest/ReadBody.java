package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/** Reads a body once, up to the largest that is taken, and has all that comes after find what it says. */
class ReadBody extends OncePerRequestFilter {

    private static final String UPLOAD = RestrictedPages.EARLIER_RESPONSES.path() + "/check";

    private final long largest;

    ReadBody(DataSize largest) {
        this.largest = largest.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EngineRequest.isReading(request) && EngineRequest.pathOf(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            // It may be larger, and is written to the disk by whoever reads it, up to a limit of its own.
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > largest) {
            throw tooLarge(response);
        }
        if (!isHeld(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(largest + 1));
        if (body.length > largest) {
            throw tooLarge(response);
        }
        if (!isJson(request)) {
            chain.doFilter(BufferedRequest.of(request, body), response);
            return;
        }
        refuseOtherCharsets(request);
        BodyRules.Body read = BodyRules.check(EngineRequest.pathOf(request).orElse(""), body);
        chain.doFilter(BufferedRequest.of(request, read.bytes(), read.json()), response);
    }

    private static boolean isUpload(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals(UPLOAD);
    }

    /** A form that is not of several parts is read by the server as parameters, and has a limit of its own. */
    private static boolean isHeld(HttpServletRequest request) {
        return isJson(request)
                || request.getContentType() != null
                        && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** The engine takes a body for Json that says nothing of what it is. */
    static boolean isJson(HttpServletRequest request) {
        return !EngineRequest.isReading(request)
                && (request.getContentType() == null
                        ? EngineRequest.pathOf(request).isPresent()
                        : request.getContentType().toLowerCase(Locale.ROOT).contains("json"));
    }

    /** Json is in UTF-8: in another charset the same bytes would say one thing here and another to the engine. */
    private static void refuseOtherCharsets(HttpServletRequest request) {
        String charset = request.getCharacterEncoding();
        if (charset != null && !charset.equalsIgnoreCase("UTF-8")) {
            throw new InputRefused("body", "The body of the request must be Json in UTF-8.");
        }
    }

    private RequestRefused tooLarge(HttpServletResponse response) {
        // What was not read would be taken for the next request.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        return new RequestRefused(Problem.ofInput(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "The request is too large: it must have at most "
                        + DataSize.ofBytes(largest).toMegabytes() + " MB.",
                "body"));
    }
}
