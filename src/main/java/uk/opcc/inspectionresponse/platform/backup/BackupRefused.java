package uk.opcc.inspectionresponse.platform.backup;

/** No backup was made, or none was brought back; the message says why and what to do. */
final class BackupRefused extends Exception {

    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Exception cause) {
        super(message, cause);
    }
}
