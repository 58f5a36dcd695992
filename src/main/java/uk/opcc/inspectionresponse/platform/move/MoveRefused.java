package uk.opcc.inspectionresponse.platform.move;

/** Nothing was moved; the message says why and what to do. */
class MoveRefused extends Exception {

    MoveRefused(String message) {
        super(message);
    }

    MoveRefused(String message, Exception cause) {
        super(message, cause);
    }

    /** Whether it is not even known if nothing was moved. */
    boolean isDoubtful() {
        return false;
    }

    /** What is said where the answer to the very last question was lost. */
    static MoveRefused doubtful(String message, Exception cause) {
        return new MoveRefused(message, cause) {
            @Override
            boolean isDoubtful() {
                return true;
            }
        };
    }
}
