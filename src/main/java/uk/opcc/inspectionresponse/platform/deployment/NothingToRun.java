package uk.opcc.inspectionresponse.platform.deployment;

/** The processes could not be deployed and there are none from before. */
final class NothingToRun extends RuntimeException {

    NothingToRun(String reasons, Throwable cause) {
        super("The processes could not be deployed, and none were deployed before:" + reasons, cause);
    }
}
