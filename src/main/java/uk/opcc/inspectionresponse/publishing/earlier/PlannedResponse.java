package uk.opcc.inspectionresponse.publishing.earlier;

import uk.opcc.inspectionresponse.publishing.register.EarlierResponse;

/** A response that is to be imported, by its line of the CSV file. */
record PlannedResponse(int line, String reference, EarlierResponse response) {}
