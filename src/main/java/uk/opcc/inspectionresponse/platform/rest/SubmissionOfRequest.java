package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import uk.opcc.inspectionresponse.platform.forms.CurrentSubmission;
import uk.opcc.inspectionresponse.platform.forms.Submission;

/** Carries what was submitted with the request that is being answered, to the guard that hears of it in the engine. */
@Component
class SubmissionOfRequest implements CurrentSubmission {

    private static final String ATTRIBUTE = SubmissionOfRequest.class.getName();

    static void keep(Submission submission, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, submission);
    }

    @Override
    public Optional<Submission> find() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (Submission) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }
}
