package uk.opcc.inspectionresponse.platform.office;

/** A setting with which the application does not start: what it does would be noticed too late. */
final class SettingRefused extends RuntimeException {

    private final String action;

    /**
     * @param message what is wrong
     * @param action what to do
     */
    SettingRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
