package uk.opcc.inspectionresponse.register;

import java.time.Instant;

/**
 * A response as it was made public: first, or by a correction.
 *
 * @param number from 1
 * @param version of the approved response, whose bytes these are
 * @param reason why it was corrected; null for the first
 */
record Edition(int number, int version, Instant publishedAt, String reason) {}
