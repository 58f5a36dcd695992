package uk.opcc.inspectionresponse.platform.unfinished;

import java.time.Instant;

/**
 * What one person has typed into one form so far.
 *
 * @param person the user name of whoever typed it
 * @param version 1 for what was saved first, and one more each time
 * @param content a Json object of the fields of the form
 * @param savedAt when it was saved last
 */
record UnfinishedForm(String person, int version, String content, Instant savedAt) {}
