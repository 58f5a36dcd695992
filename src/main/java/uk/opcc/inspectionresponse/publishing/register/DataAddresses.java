package uk.opcc.inspectionresponse.publishing.register;

import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * Where the public finds a version of a response, and what describes its data.
 *
 * @param page of the response
 * @param folder in which the files of this version are
 * @param schema of the data
 */
record DataAddresses(String page, String folder, String schema) {

    String file(Format format) {
        return folder + "/response." + format.extension();
    }
}
