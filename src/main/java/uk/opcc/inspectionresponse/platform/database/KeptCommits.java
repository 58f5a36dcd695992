package uk.opcc.inspectionresponse.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to H2's file that take a commit for made only if the file was open to the end of it. */
final class KeptCommits {

    private KeptCommits() {}

    static Connection on(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
                return proxy == arguments[0];
            }
            Object result = invoke(connection, method, arguments);
            if (method.getName().equals("commit") || method.getName().equals("setAutoCommit")) {
                FileProbe.demandOpenFile(connection);
            }
            return result instanceof Statement statement ? on(connection, statement, method.getReturnType()) : result;
        });
    }

    private static Object on(Connection connection, Statement statement, Class<?> type) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
                return proxy == arguments[0];
            }
            Object result = invoke(statement, method, arguments);
            if (commits(connection, method)) {
                FileProbe.demandOpenFile(connection);
            }
            return result;
        });
    }

    private static boolean commits(Connection connection, Method method) throws SQLException {
        return method.getName().startsWith("execute")
                && !method.getName().equals("executeQuery")
                && connection.getAutoCommit();
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(KeptCommits.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
