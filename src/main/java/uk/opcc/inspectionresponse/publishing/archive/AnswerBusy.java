package uk.opcc.inspectionresponse.publishing.archive;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.opcc.inspectionresponse.publishing.document.RenderingsBusy;

/** Tells whoever waited in vain for a document when to ask again. */
@RestControllerAdvice
class AnswerBusy {

    private static final int SECONDS_TO_COME_AGAIN = 30;

    @ExceptionHandler
    ResponseEntity<String> busy(RenderingsBusy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS_TO_COME_AGAIN))
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body("Many documents are being made at this moment. Try again in " + SECONDS_TO_COME_AGAIN
                        + " seconds.");
    }
}
