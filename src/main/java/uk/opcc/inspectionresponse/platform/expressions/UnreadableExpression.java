package uk.opcc.inspectionresponse.platform.expressions;

/** An expression that whoever works it out could not read; the message says why. */
public final class UnreadableExpression extends Exception {

    UnreadableExpression(String reason) {
        super(reason);
    }
}
