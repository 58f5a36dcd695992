package uk.opcc.inspectionresponse.platform.start;

/** The password that is configured for the administrator is none that a user may have. */
final class AdministratorsPasswordRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AdministratorsPasswordRefused(String why) {
        super("The password that is configured for the administrator is not accepted: it " + why + ".");
    }
}
