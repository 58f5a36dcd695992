package uk.opcc.inspectionresponse.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Asks the database on a connection of its own, which no busy pool keeps from it. Used by one thread at a time. */
interface Probe extends AutoCloseable {

    /** Gets an answer, or says within two seconds or so that there is none. */
    void ask() throws SQLException;

    /**
     * Does what the database needs from time to time, and is short.
     *
     * @param mayMove whether what is in a file may be moved to another place in it
     */
    default void careFor(boolean mayMove) throws SQLException {}

    /** The file that the database is kept in, where it is one. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    void close();

    /** Closes a connection that may be broken already. */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            // It is closed all the same.
        }
    }
}
