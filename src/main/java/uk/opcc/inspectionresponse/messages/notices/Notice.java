package uk.opcc.inspectionresponse.messages.notices;

import java.time.Instant;

/**
 * That one person is told of one task.
 *
 * @param occasion the id of the task with which it began
 * @param person user name
 * @param task the id of the task now
 * @param sending whether its mail is on its way
 */
record Notice(Kind kind, String occasion, String person, String task, boolean sending, Instant notedAt) {}
