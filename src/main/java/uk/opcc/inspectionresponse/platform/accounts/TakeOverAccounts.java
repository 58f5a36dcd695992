package uk.opcc.inspectionresponse.platform.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Takes over the users of an office that had the application before: nobody has to change a password for an upgrade.
 *
 * <p>In Java, as a new database does not have the engine's tables yet.
 */
@Component
class TakeOverAccounts implements JavaMigration {

    private static final String USERS = "ACT_ID_USER";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5.1");
    }

    @Override
    public String getDescription() {
        return "take over accounts";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (!hasUsers(connection)) {
            return;
        }
        Set<String> folded = new HashSet<>();
        try (PreparedStatement users = connection.prepareStatement("select ID_, PWD_ from " + USERS + " order by ID_");
                PreparedStatement account = connection.prepareStatement(
                        "insert into account (user_name, folded_name, chosen_password) values (?, ?, ?)");
                ResultSet user = users.executeQuery()) {
            while (user.next()) {
                String name = user.getString(1);
                account.setString(1, name);
                account.setString(2, folded.add(UserName.folded(name)) ? UserName.folded(name) : null);
                account.setString(3, user.getString(2));
                account.executeUpdate();
            }
        }
    }

    private static boolean hasUsers(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(USERS)) {
                    return true;
                }
            }
            return false;
        }
    }
}
