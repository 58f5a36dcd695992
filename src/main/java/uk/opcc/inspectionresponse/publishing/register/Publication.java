package uk.opcc.inspectionresponse.publishing.register;

import java.time.LocalDate;

/**
 * That a response is published.
 *
 * @param on the day, in Europe/London
 * @param onDay the day of the statutory period that it is, from 1
 * @param periodLength how many days the period had, 56 under section 55(5A)
 * @param link where another site published it; null where it is published here
 * @param by user name
 */
public record Publication(LocalDate on, int onDay, boolean inTime, int periodLength, String link, String by) {}
