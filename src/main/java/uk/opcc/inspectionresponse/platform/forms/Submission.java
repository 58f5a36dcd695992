package uk.opcc.inspectionresponse.platform.forms;

import java.util.Optional;
import java.util.Set;

/**
 * What a client has submitted. Once the values are set they cannot be told from those that the inspection had before.
 *
 * @param form that it is held against; empty where a task has none
 * @param keys of the fields that were sent with a value
 */
public record Submission(Optional<Form> form, Set<String> keys) {

    /** What was submitted where the application itself goes on. */
    static final Submission NONE = new Submission(Optional.empty(), Set.of());

    /** The form, if it is that of this task or process definition. */
    Optional<FormSchema> formOf(String subject) {
        return form.filter(read -> read.subject().equals(subject)).map(Form::schema);
    }
}
