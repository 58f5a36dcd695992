package uk.opcc.inspectionresponse.platform.turns;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets what is begun or decided about one thing be so one after the other: the later sees what the earlier has done,
 * and can tell its person. Two who look at the same moment would both find that nothing stands in their way.
 *
 * <p>A turn is a row of the database that is locked until the transaction ends, so it holds between servers, and also
 * ends where one dies. Different things share a row now and then, and wait for nothing more than that.
 */
@Component
public class Turns {

    /** The rows there are; a prime number, which spreads the references of an office evenly. */
    private static final int ROWS = 251;

    /** Nothing of an inspection waits for this one. */
    private static final int OF_THE_DEMO = -1;

    private final JdbcClient database;

    Turns(JdbcClient database) {
        this.database = database;
    }

    /**
     * Has the turn to make the inspections of the demo until the transaction ends, which may be long.
     *
     * @return false if another server has it, without waiting for it
     */
    public boolean takeToMakeTheDemo() {
        return database.sql("select slot from turn where slot = ? for update skip locked")
                .param(OF_THE_DEMO)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Waits until nobody else has a turn at any of these, and has it then until the transaction ends. Whatever is to be
     * decided is read after that.
     *
     * @param things such as the references of inspections
     */
    public void take(String... things) {
        // In the same order for everybody, or two would wait for each other.
        Stream.of(things)
                .map(thing -> Math.floorMod(thing.hashCode(), ROWS))
                .distinct()
                .sorted()
                .forEach(slot -> database.sql("select slot from turn where slot = ? for update")
                        .param(slot)
                        .query(Integer.class)
                        .single());
    }
}
