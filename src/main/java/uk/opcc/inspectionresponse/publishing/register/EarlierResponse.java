package uk.opcc.inspectionresponse.publishing.register;

import java.time.LocalDate;

/**
 * A response from before the register, as the office's own records have it.
 *
 * @param reportPublishedOn when the inspectors published their report
 * @param publishedOn when the office published its response
 * @param link where it stands on another site; null where it stands on none
 */
public record EarlierResponse(
        String title, String inspectionType, LocalDate reportPublishedOn, LocalDate publishedOn, String link) {}
