package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What the office brings in at a time: one CSV file and the files that it names. */
interface Bundle extends AutoCloseable {

    /** How many files are looked at. */
    int MOST_FILES = 10_000;

    /** How people call it, such as "the ZIP file". */
    String called();

    /** All files in it, but those that only a computer's own programs read. */
    List<BundledFile> files();

    @Override
    void close() throws IOException;

    /** Opens a file. */
    interface Content {

        InputStream open() throws IOException;
    }
}
