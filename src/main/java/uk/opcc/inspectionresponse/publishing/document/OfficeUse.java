package uk.opcc.inspectionresponse.publishing.document;

import java.time.LocalDate;

/**
 * A box of the page "For Office Use Only".
 *
 * @param label what has to be done
 * @param doneOn when it was done; null while it is not
 */
public record OfficeUse(String label, LocalDate doneOn) {}
