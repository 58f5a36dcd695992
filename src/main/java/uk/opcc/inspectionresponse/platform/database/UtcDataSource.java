package uk.opcc.inspectionresponse.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose moments without a zone are those of UTC, whatever the zone of the application is. */
final class UtcDataSource extends DelegatingDataSource {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    UtcDataSource(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return inUtc(Connection.class, super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return inUtc(Connection.class, super.getConnection(user, password));
    }

    private static <T> T inUtc(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(UtcDataSource.class.getClassLoader(), new Class<?>[] {type}, new InUtc(real)));
    }

    /** Passes everything on, but moments with their calendar, and what gives or takes moments wrapped likewise. */
    private record InUtc(Object real) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
                return proxy == arguments[0];
            }
            if (method.getName().equals("setTimestamp") && arguments.length == 2) {
                ((PreparedStatement) real)
                        .setTimestamp((Integer) arguments[0], (Timestamp) arguments[1], Calendar.getInstance(UTC));
                return null;
            }
            if (method.getName().equals("getTimestamp") && arguments.length == 1 && real instanceof ResultSet rows) {
                return arguments[0] instanceof Integer column
                        ? rows.getTimestamp(column, Calendar.getInstance(UTC))
                        : rows.getTimestamp((String) arguments[0], Calendar.getInstance(UTC));
            }
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (result instanceof PreparedStatement statement && method.getReturnType() == PreparedStatement.class) {
                return inUtc(PreparedStatement.class, statement);
            }
            if (result instanceof Statement statement
                    && method.getReturnType() == Statement.class
                    && real instanceof Connection) {
                return inUtc(Statement.class, statement);
            }
            return result instanceof ResultSet rows && method.getReturnType() == ResultSet.class
                    ? inUtc(ResultSet.class, rows)
                    : result;
        }
    }
}
