package uk.opcc.inspectionresponse.platform.refusal;

import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What a person or a client sent is refused; the engine's transaction is rolled back, so that nothing has changed.
 *
 * <p>What is answered is read by the person: it names the field as the form does, and says what to do. The message of
 * the exception, which stands in the log, has the key of the field too.
 */
public final class InputRefused extends BadUserRequestException {

    private final transient String field;
    private final transient String words;

    /**
     * @param field the key of the field or the name of the variable
     * @param message names the field as the person knows it and says what to do
     */
    public InputRefused(String field, String message) {
        super(message.contains(field) ? message : message + " (" + field + ")");
        this.field = field;
        this.words = message;
    }

    /**
     * The same refusal at another field, where the person who is refused has not the form with this one.
     *
     * @param words before what was said, which name that field
     */
    public InputRefused at(String otherField, String words) {
        return new InputRefused(otherField, words + this.words);
    }

    /** The key of the field or the name of the variable that was refused. */
    public String field() {
        return field;
    }

    /** What is answered. */
    public Problem problem() {
        return Problem.ofInput(HttpServletResponse.SC_BAD_REQUEST, words, field);
    }
}
