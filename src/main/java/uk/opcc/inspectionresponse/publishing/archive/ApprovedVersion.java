package uk.opcc.inspectionresponse.publishing.archive;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a response that was approved.
 *
 * @param number from 1
 * @param approvedOn the day of the approval
 * @param keptAt when its formats were rendered and stored
 */
public record ApprovedVersion(int number, LocalDate approvedOn, Instant keptAt) {}
