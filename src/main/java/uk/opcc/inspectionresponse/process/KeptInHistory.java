package uk.opcc.inspectionresponse.process;

/** What the history keeps of a variable. Each value that it keeps is written once more beside the one in use. */
public enum KeptInHistory {
    /** Every value that it ever had, and when: whatever a person fills in, or a form shows. */
    EACH_CHANGE,
    /** The value that it had last: what the application works out, and can be worked out again. */
    LAST_VALUE,
    /** No value: copies of other variables, for lists of what is open. */
    NOTHING
}
