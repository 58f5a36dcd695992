package uk.opcc.inspectionresponse.publishing.register;

import java.time.Instant;

/**
 * A response as it was made public: first, or by a correction.
 *
 * @param number from 1
 * @param version of the approved response, whose bytes these are
 * @param reason why it was corrected; null for the first
 * @param publishedBy user name of whoever published it, or wrote the correction
 * @param approvedBy user name of whoever approved the correction; null for what was approved as a whole
 */
public record Edition(
        int number, int version, Instant publishedAt, String reason, String publishedBy, String approvedBy) {}
