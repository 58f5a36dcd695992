package uk.opcc.inspectionresponse.platform.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Which fields of its form a client has sent with the request that is being answered. Once the values are set they can't be
 * told from those that the inspection had before.
 */
final class SentFields {

    private static final String ATTRIBUTE = SentFields.class.getName();

    private SentFields() {}

    static void note(Set<String> keys, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, Set.copyOf(keys));
    }

    /** The keys of the fields that were sent with a value; none where no request is being answered. */
    @SuppressWarnings("unchecked")
    static Set<String> keys() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Set<?> keys
                ? (Set<String>) keys
                : Set.of();
    }
}
