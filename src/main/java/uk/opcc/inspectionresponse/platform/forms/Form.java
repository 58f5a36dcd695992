package uk.opcc.inspectionresponse.platform.forms;

import java.util.Set;

/**
 * A form as it was deployed for a task or for the start of a process.
 *
 * @param subject the id of the task or of the process definition
 */
public record Form(String subject, FormSchema schema) {

    /** The names of the variables that it shows. */
    public Set<String> shown() {
        return schema.shown();
    }
}
