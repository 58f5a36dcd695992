package uk.opcc.inspectionresponse.casework.registration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the inspections of each year, in the transaction of whoever registers one: no number is left out. */
@Component
class ReferenceNumbers {

    private final JdbcClient database;

    ReferenceNumbers(JdbcClient database) {
        this.database = database;
    }

    /**
     * The next number of a year, from 1. Whoever registers another one at the same moment waits for this transaction.
     *
     * @param year from 1990 to 2099
     */
    long next(int year) {
        int known = database.sql("update reference_number set last_number = last_number + 1 where registered_in = ?")
                .param(year)
                .update();
        if (known == 0) {
            throw new IllegalStateException("No numbers are kept for references of the year " + year);
        }
        return database.sql("select last_number from reference_number where registered_in = ?")
                .param(year)
                .query(Long.class)
                .single();
    }
}
