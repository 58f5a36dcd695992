package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that can still be replaced. */
class BufferedResponse extends ContentCachingResponseWrapper {

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    /**
     * Hands the answer on, and sends nothing yet: where a body was not read, whoever stands before this has to say that
     * the connection is closed.
     */
    void release() throws IOException {
        if (getContentSize() > 0) {
            // What the engine had said of the length was that of its own answer.
            setContentLength(getContentSize());
        }
        copyBodyToResponse(false);
    }
}
