package uk.opcc.inspectionresponse.publishing.document;

/** So many documents are being rendered that whoever asked for this one should ask again a little later. */
public final class RenderingsBusy extends RuntimeException {

    RenderingsBusy() {
        super("Too many documents are being rendered at this moment");
    }
}
