package uk.opcc.inspectionresponse.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("An upgrade")
class TakeOverAccountsTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:take-over;DB_CLOSE_DELAY=-1", "sa", "");

    @Test
    @DisplayName("takes over the users who are there, who need not change their passwords, also two of one name")
    void takesOver() {
        JdbcClient client = JdbcClient.create(database);
        client.sql("create table ACT_ID_USER (ID_ varchar(64) primary key, PWD_ varchar(255))")
                .update();
        client.sql("create table ACT_ID_MEMBERSHIP (USER_ID_ varchar(64), GROUP_ID_ varchar(64))")
                .update();
        client.sql("insert into ACT_ID_USER values ('Jane', 'one'), ('jane', 'two'), ('from the directory', null)")
                .update();
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/h2")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .javaMigrations(new TakeOverAccounts())
                .load();
        flyway.migrate();

        KnownAccounts accounts = new KnownAccounts(client);
        assertThat(accounts.find("Jane").orElseThrow().chosenPassword()).isEqualTo("one");
        assertThat(accounts.find("jane").orElseThrow().chosenPassword()).isEqualTo("two");

        assertThat(accounts.namesake("JANE")).contains("Jane");
        assertThat(accounts.namesake("from the directory")).isPresent();
        accounts.remove("jane");
        assertThat(accounts.add("jane")).as("while there is a Jane").isFalse();
        assertThat(accounts.namesake("JANE")).contains("Jane");
        assertThat(accounts.add("O'Brien")).isTrue();
        accounts.hasChosen("made by another version", "three");
        assertThat(accounts.find("made by another version"))
                .as("there is no such user")
                .isEmpty();
        client.sql("insert into ACT_ID_USER values ('made by another version', 'three')")
                .update();
        assertThat(accounts.find("made by another version").orElseThrow().chosenPassword())
                .isEqualTo("three");
    }
}
