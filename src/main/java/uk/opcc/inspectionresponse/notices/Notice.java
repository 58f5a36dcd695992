package uk.opcc.inspectionresponse.notices;

import java.time.Instant;

/**
 * That one person is told of one task.
 *
 * @param person user name
 * @param task the id of the task now
 * @param sending whether its mail is on its way
 */
record Notice(Kind kind, String person, String task, boolean sending, Instant notedAt) {}
