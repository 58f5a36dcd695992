package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** The export folder could not be written; the message stands in Cockpit and says what to do. */
public final class ExportFailed extends RuntimeException {

    ExportFailed(String folder, IOException cause) {
        super(
                "The export folder " + folder + " could not be written (" + reason(cause)
                        + "). Check that there is space and that the application may write there.",
                cause);
    }

    ExportFailed(String reference, String folder, IOException cause) {
        super(
                "The response " + reference + " is published at /responses, but its files could not be written to the"
                        + " export folder " + folder + " (" + reason(cause)
                        + "). Check that there is space and that"
                        + " the application may write there, then increment the retries of this job in Cockpit.",
                cause);
    }

    private static String reason(IOException cause) {
        return cause instanceof FileSystemException file
                ? cause.getClass().getSimpleName() + ": " + file.getMessage()
                : cause.getMessage();
    }
}
