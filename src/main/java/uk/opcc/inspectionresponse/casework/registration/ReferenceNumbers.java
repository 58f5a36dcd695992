package uk.opcc.inspectionresponse.casework.registration;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;
import org.springframework.stereotype.Component;

/** The running numbers of the references, from the database's sequence {@code inspection_reference}. */
@Component
@DependsOnDatabaseInitialization
class ReferenceNumbers {

    private static final String SEQUENCE = "inspection_reference";

    private final DataFieldMaxValueIncrementer sequence;

    ReferenceNumbers(DataSource database) {
        sequence = isPostgres(database)
                ? new PostgresSequenceMaxValueIncrementer(database, SEQUENCE)
                : new H2SequenceMaxValueIncrementer(database, SEQUENCE);
    }

    long next() {
        return sequence.nextLongValue();
    }

    private static boolean isPostgres(DataSource database) {
        String product = new JdbcTemplate(database)
                .execute((java.sql.Connection connection) ->
                        connection.getMetaData().getDatabaseProductName());
        return DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL;
    }
}
