package uk.opcc.inspectionresponse.casework.distribution;

import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;

/** A mail was certainly not sent; the engine tries again, and shows the message to whoever looks into the incident. */
class MailNotSent extends RuntimeException {

    MailNotSent(Distribution distribution, String reason) {
        super("The email to " + distribution.address() + " was not sent, and nobody has received it: " + reason
                + ". The application tries it again with growing pauses. If this is an incident, it has stopped trying:"
                + " put the mail server or its settings (MAIL_HOST …) right, then increment the number of retries in"
                + " Cockpit.");
    }
}
