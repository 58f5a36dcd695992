package uk.opcc.inspectionresponse.platform.people;

import java.util.List;

/**
 * That a task is its group's again because whoever had claimed it has left.
 *
 * @param task the id of the task
 * @param by the user name of whoever has left
 * @param groups the ids of the groups for which the task is
 */
public record TaskGivenBack(String task, String by, List<String> groups) {}
