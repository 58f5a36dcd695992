package uk.opcc.inspectionresponse.platform.nodes;

/**
 * Tells the servers that live from those that have died: the jobs that a dead one had locked are free again, and those
 * of a living one are left to it, however long they take.
 */
interface Heartbeat {

    /**
     * Frees what the dead had locked, from now on until the end.
     *
     * @param locks of this server
     * @param freed is run whenever there is something to do that was locked before
     */
    void begin(OwnLocks locks, Runnable freed);

    /** Whether the other servers know that this one lives: one that is taken for dead takes no work. */
    boolean isHeard();

    /** Frees what is not under way, for this server begins no more; it goes on to say that it lives. */
    void leave();

    /** Frees what this server still has locked, where none of it is under way any more, and says that it is gone. */
    void end();
}
