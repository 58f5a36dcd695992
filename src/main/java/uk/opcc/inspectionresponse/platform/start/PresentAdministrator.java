package uk.opcc.inspectionresponse.platform.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Looks into the database whether the administrator is there already, before anything is started: without making a
 * database where there is none.
 */
final class PresentAdministrator {

    /** H2: there is no such database, no such table. PostgreSQL: no such database, no such table. */
    private static final Set<String> NOTHING_THERE = Set.of("90146", "90013", "42S02", "42S04", "3D000", "42P01");

    private PresentAdministrator() {}

    /** Whether there may be one: also if the database cannot be asked, which the start itself will explain better. */
    static boolean mayExist(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.startsWith("jdbc:h2:mem:")) {
            return false;
        }
        try (Connection connection = DriverManager.getConnection(
                        url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url,
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"));
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from ACT_ID_USER where ID_ = ?")) {
            query.setString(1, environment.getProperty("camunda.bpm.admin-user.id"));
            try (ResultSet count = query.executeQuery()) {
                return count.next() && count.getInt(1) > 0;
            }
        } catch (SQLException e) {
            return !NOTHING_THERE.contains(e.getSQLState());
        }
    }
}
