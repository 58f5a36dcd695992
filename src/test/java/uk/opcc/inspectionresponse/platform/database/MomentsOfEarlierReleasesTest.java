package uk.opcc.inspectionresponse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The moments that the engine has written in earlier releases")
class MomentsOfEarlierReleasesTest {

    @Test
    @DisplayName("are those of UTC, in summer and in winter, and all else stays as it is")
    void inH2() throws Exception {
        String address = "jdbc:h2:mem:moments;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create table ACT_RU_X (ID_ varchar(10), DUE_ timestamp, OTHER_ timestamp)");
            statement.execute("create table NOTICE (AT_ timestamp)");
            statement.execute("insert into ACT_RU_X values ('summer', '2026-07-19 14:02:31.25', null),"
                    + " ('winter', '2026-12-19 14:02:31', '2026-03-29 02:30:00')");
            statement.execute("insert into NOTICE values ('2026-07-19 14:02:31')");
            migrate(address);

            assertThat(rows(
                            statement,
                            "select cast(DUE_ as varchar), cast(OTHER_ as varchar) from ACT_RU_X order by ID_"))
                    .containsExactly("2026-07-19 13:02:31.25", "null", "2026-12-19 14:02:31", "2026-03-29 01:30:00");
            assertThat(rows(statement, "select cast(AT_ as varchar), 1 from NOTICE"))
                    .containsExactly("2026-07-19 14:02:31", "1");
            statement.execute("shutdown");
        }
    }

    private static void migrate(String address) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(address);
        Flyway.configure()
                .dataSource((DataSource) source)
                .javaMigrations(new MomentsOfEarlierReleases())
                .baselineOnMigrate(true)
                .load()
                .migrate();
    }

    private static List<String> rows(Statement statement, String query) throws Exception {
        List<String> values = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                values.add(String.valueOf(found.getString(1)));
                values.add(String.valueOf(found.getString(2)));
            }
        }
        return values;
    }
}
