package uk.opcc.inspectionresponse.platform.database;

import java.sql.SQLTransientConnectionException;

/** No connection is given, at once: whoever waited for one would only wait. */
final class DatabaseInTrouble extends SQLTransientConnectionException {

    DatabaseInTrouble(Trouble trouble) {
        super(trouble.words());
    }
}
