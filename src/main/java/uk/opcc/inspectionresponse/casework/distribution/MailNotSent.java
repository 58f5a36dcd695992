package uk.opcc.inspectionresponse.casework.distribution;

import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;

/** A mail was certainly not sent; the engine tries again, and shows the message to whoever looks into the incident. */
class MailNotSent extends RuntimeException {

    MailNotSent(Distribution distribution, String reason) {
        super("The email to " + distribution.address() + " was not sent, nobody has it: " + reason
                + ". It is tried again by itself, after growing pauses. If this is an incident, those are over: put the"
                + " mail server or its settings (spring.mail) right, then increment the number of retries in Cockpit.");
    }
}
