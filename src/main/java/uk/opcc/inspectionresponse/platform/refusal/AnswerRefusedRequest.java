package uk.opcc.inspectionresponse.platform.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what a controller refuses as the gate answers what it lets go no further. */
@RestControllerAdvice
class AnswerRefusedRequest {

    @ExceptionHandler
    void refused(RequestRefused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused.problem().answer(request, response);
    }
}
