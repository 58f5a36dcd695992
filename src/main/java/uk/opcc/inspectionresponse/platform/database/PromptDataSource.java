package uk.opcc.inspectionresponse.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source that lets nobody wait for a connection while it is known that the database does not answer, also if it
 * is found out while somebody waits. For one of a busy database people wait as long as they always did.
 */
final class PromptDataSource extends DelegatingDataSource {

    private final DatabaseWatch watch;
    private final Duration longest;

    /**
     * @param source gives up after a moment
     * @param longest how long somebody waits for a connection while the database answers
     */
    PromptDataSource(DataSource source, DatabaseWatch watch, Duration longest) {
        super(source);
        this.watch = watch;
        this.longest = longest;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long began = System.nanoTime();
        while (true) {
            refuse();
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException allTaken) {
                refuse();
                if (System.nanoTime() - began > longest.toNanos()) {
                    throw allTaken;
                }
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        refuse();
        return super.getConnection(user, password);
    }

    private void refuse() throws DatabaseInTrouble {
        if (watch.trouble().isPresent()) {
            throw new DatabaseInTrouble(watch.trouble().orElse(Trouble.NO_ANSWER));
        }
    }
}
