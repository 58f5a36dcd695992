package uk.opcc.inspectionresponse.platform.tasks;

/**
 * An inspection that a form offers.
 *
 * @param reference as it is kept
 * @param words the reference as people say it, and the title of the report
 */
public record InspectionToChoose(String reference, String words) {}
