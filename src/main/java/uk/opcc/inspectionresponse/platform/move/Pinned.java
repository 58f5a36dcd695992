package uk.opcc.inspectionresponse.platform.move;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Gives everybody one connection, on which nobody but its owner can end the transaction: what makes the tables does so
 * within that, and a move that is broken off leaves not even those.
 */
final class Pinned {

    /** A rollback would take with it what others have made; whoever wants one throws an exception as well. */
    private static final Set<String> LEFT_TO_THE_OWNER =
            Set.of("commit", "rollback", "setAutoCommit", "close", "setReadOnly", "setTransactionIsolation");

    private Pinned() {}

    static DataSource to(Connection connection) {
        return new SingleConnectionDataSource(
                (Connection) Proxy.newProxyInstance(
                        Pinned.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            boolean toSavepoint = method.getName().equals("rollback") && arguments != null;
                            if (LEFT_TO_THE_OWNER.contains(method.getName()) && !toSavepoint) {
                                return null;
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }),
                true);
    }
}
