package uk.opcc.inspectionresponse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What H2's file gives up")
class KeptCommitsTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("before the end of a commit is not taken for saved, whatever H2 says")
    void commit() throws SQLException {
        try (Connection connection = connections().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table report (title varchar)");
                statement.execute("insert into report values ('saved')");
                connection.commit();
                statement.execute("insert into report values ('lost')");
                givesUp(connection);

                assertThatThrownBy(connection::commit)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("may not have saved this");
            }
        }
    }

    @Test
    @DisplayName("is told to whoever commits with each statement")
    void eachStatement() throws SQLException {
        try (Connection connection = connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table report (title varchar)");
            try (PreparedStatement insert = connection.prepareStatement("insert into report values (?)")) {
                insert.setString(1, "saved");
                assertThat(insert.executeUpdate()).isOne();
                insert.setString(1, "lost");
                givesUp(connection);

                assertThatThrownBy(insert::executeUpdate).isInstanceOf(SQLException.class);
            }
        }
    }

    private KnownConnections connections() {
        return new KnownConnections(
                "jdbc:h2:file:" + folder.resolve("office") + ";WRITE_DELAY=0",
                "sa",
                "",
                new Properties(),
                Optional::empty);
    }

    /** As when the disk was full for what somebody else wrote. */
    private static void givesUp(Connection connection) throws SQLException {
        JdbcConnection own = connection.unwrap(JdbcConnection.class);
        ((SessionLocal) own.getSession()).getDatabase().getStore().getMvStore().closeImmediately();
    }
}
