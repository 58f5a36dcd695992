package uk.opcc.inspectionresponse.platform.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a person or a client sent is refused; the engine's transaction is rolled back, so that nothing has changed.
 *
 * <p>The message is read by the person: it names the field and says what to do.
 */
public final class InputRefused extends BadUserRequestException {

    private static final String NOTED = InputRefused.class.getName();

    private final transient String field;

    /**
     * @param field the key of the field or the name of the variable
     * @param message names the field as the person knows it and says what to do
     */
    public InputRefused(String field, String message) {
        super(message);
        this.field = field;
        noteInRequest();
    }

    /** Has the request that is being answered refused where nothing can be thrown, as in a filter. */
    public static void note(String field, String message) {
        new InputRefused(field, message);
    }

    /** What was refused while a request was answered, whatever became of the exception. */
    public static Optional<InputRefused> in(HttpServletRequest request) {
        return request.getAttribute(NOTED) instanceof InputRefused refusal ? Optional.of(refusal) : Optional.empty();
    }

    private void noteInRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NOTED, this, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The key of the field or the name of the variable that was refused. */
    public String field() {
        return field;
    }
}
