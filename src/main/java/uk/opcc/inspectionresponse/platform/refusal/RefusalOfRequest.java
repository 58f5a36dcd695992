package uk.opcc.inspectionresponse.platform.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Why the engine refused what the request that is being answered asked of it. The engine's interfaces make an answer of
 * their own of whatever is thrown, in which the reason is lost.
 */
public final class RefusalOfRequest {

    private static final String REFUSAL = RefusalOfRequest.class.getName();

    private RefusalOfRequest() {}

    /** Keeps a reason for the answer; where no request is being answered there is nobody to tell. */
    public static void note(InputRefused refusal) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The reason that was noted last. */
    public static Optional<InputRefused> of(HttpServletRequest request) {
        return Optional.ofNullable((InputRefused) request.getAttribute(REFUSAL));
    }
}
