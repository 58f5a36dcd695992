package uk.opcc.inspectionresponse.messages.mail;

/** How far the delivery of a mail has come, as it is recorded. */
public sealed interface Progress {

    /** It waits to be sent, for the first time or again: certainly nobody has it. */
    record Waiting() implements Progress {}

    /** A connection was open and nothing more is known: it may have been sent. */
    record BeingSent() implements Progress {}

    /** It is not sent again. */
    record Over(Outcome outcome) implements Progress {}
}
