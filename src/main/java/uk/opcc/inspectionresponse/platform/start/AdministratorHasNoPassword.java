package uk.opcc.inspectionresponse.platform.start;

/** No password is configured for the administrator. */
final class AdministratorHasNoPassword extends RuntimeException {

    AdministratorHasNoPassword() {
        super("No password is configured for the administrator, the only user that this application creates.");
    }
}
