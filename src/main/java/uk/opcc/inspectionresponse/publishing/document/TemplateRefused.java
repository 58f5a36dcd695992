package uk.opcc.inspectionresponse.publishing.document;

/** A file of the office that documents cannot be made of, with the place and the reason. */
final class TemplateRefused extends RuntimeException {

    private final transient Place place;

    /** Where in a file something is wrong. */
    record Place(int line, int column) {

        /** Of a file that has no lines, or of which nobody knows the line. */
        static final Place NOWHERE = new Place(0, 0);
    }

    TemplateRefused(String reason) {
        this(Place.NOWHERE, reason);
    }

    TemplateRefused(Place place, String reason) {
        super(reason);
        this.place = place;
    }

    Place place() {
        return place == null ? Place.NOWHERE : place;
    }
}
