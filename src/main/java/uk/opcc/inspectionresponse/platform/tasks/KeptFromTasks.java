package uk.opcc.inspectionresponse.platform.tasks;

import java.util.Optional;
import org.camunda.bpm.engine.task.Task;

/** A rule that keeps somebody from a task that is for their group. */
public interface KeptFromTasks {

    /** Why the task is not for that person; nothing where it is, by this rule. */
    Optional<String> why(Task task, String person);
}
