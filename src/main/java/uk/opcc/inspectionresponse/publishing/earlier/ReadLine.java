package uk.opcc.inspectionresponse.publishing.earlier;

import java.util.List;
import uk.opcc.inspectionresponse.publishing.register.EarlierResponse;

/**
 * What a line of the CSV file says.
 *
 * @param title as it shall be published, as far as there is one
 * @param response null where something of it is wrong
 * @param reference the one that the office gives; empty where it gives none
 * @param files the names of the files
 * @param problems what is wrong, each as a sentence that names the column
 */
record ReadLine(
        int line,
        String title,
        EarlierResponse response,
        String reference,
        List<String> files,
        List<String> problems) {}
