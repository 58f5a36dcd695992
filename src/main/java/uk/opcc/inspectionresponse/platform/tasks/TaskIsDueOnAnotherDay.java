package uk.opcc.inspectionresponse.platform.tasks;

import java.util.List;

/**
 * That an open task has another due date than before.
 *
 * @param task the id of the task
 * @param assignee the user name of whoever has claimed it; null where nobody has
 * @param groups the ids of the groups for which the task is
 */
public record TaskIsDueOnAnotherDay(String task, String assignee, List<String> groups) {}
