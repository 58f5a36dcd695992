/**
 * What Tasklist says of tasks and of their inspections, in words: at each task of a list, of one inspection, after a
 * task is completed, and where to begin. May use the people, the refusal and the words of a search.
 */
package uk.opcc.inspectionresponse.platform.tasks;
