package uk.opcc.inspectionresponse.platform.nodes;

/**
 * The turn of whoever makes or changes tables in a PostgreSQL: a lock that one connection at a time can have, and that
 * ends with it.
 */
public final class Turn {

    /**
     * The statement that takes it and says whether it is now the connection's. The number is any that nothing else in
     * the database takes: the engine and Flyway have others.
     */
    public static final String TAKE = "select pg_try_advisory_lock(551996)";

    private Turn() {}
}
