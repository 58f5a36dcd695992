package uk.opcc.inspectionresponse.demo;

import java.util.List;
import java.util.Map;

/**
 * An inspection of the demo and how far it has come.
 *
 * @param reference its business key, by which it is known that it exists already
 * @param comesOutInDays in how many days the report is published, where it is only announced; null where it is
 *     published
 * @param day which day of the statutory period today is
 * @param commentsInvitedByDay the day by which the Chief Constable is invited to comment
 * @param responseByDay the day by which the report asks for a response; null where it does not
 * @param registeredBy user name
 * @param form what was typed into the start form, but for the dates
 * @param steps what was done after it had been registered
 */
record DemoInspection(
        String reference,
        Integer comesOutInDays,
        int day,
        int commentsInvitedByDay,
        Integer responseByDay,
        String registeredBy,
        Map<String, String> form,
        List<Step> steps) {

    /**
     * Something that a person did in Tasklist.
     *
     * @param by user name
     * @param task the id of the task in the diagram
     * @param recommendation the number of the recommendation, where there is a task for each
     * @param form what was typed into the form; nothing, if the task was claimed and left open
     */
    record Step(String by, String task, Integer recommendation, Map<String, Object> form) {}
}
