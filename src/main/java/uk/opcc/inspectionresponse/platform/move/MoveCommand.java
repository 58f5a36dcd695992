package uk.opcc.inspectionresponse.platform.move;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * What the application does on the command line in the place of starting: {@code move-to-postgresql}, from the file of
 * H2 that its settings name to the PostgreSQL that they name with the profile {@code postgres}.
 */
public final class MoveCommand {

    private static final String MOVE = "move-to-postgresql";

    private final Map<String, String> environment;
    private final PrintStream out;

    /**
     * @param environment the variables of the environment
     * @param out where it is told what was done, for people
     */
    public MoveCommand(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    /** Whether these arguments are this command, and no start. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(MOVE);
    }

    /** Has the log of this process hold what went wrong alone: the rest is for whoever watches a server. */
    public static void logLittle() {
        LoggingSystem log = LoggingSystem.get(MoveCommand.class.getClassLoader());
        log.beforeInitialize();
        log.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        log.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }

    /** Does it, says what was done, and gives the exit code: 0 where everything was moved, 1 where nothing was. */
    public int run(String... arguments) {
        try {
            List<String> more = Arrays.asList(arguments).subList(1, arguments.length);
            if (!more.stream().allMatch(argument -> argument.startsWith("--"))) {
                throw new MoveRefused("Use \"" + MOVE + "\" alone, or with settings that begin with two hyphens.");
            }
            MoveSettings settings = new MoveSettings(environment, more);
            try (Source source = Source.open(settings.source());
                    Target target = Target.open(settings.target())) {
                new Move(source, target, settings, out).make();
                out.println(
                        "Everything was moved, and is the same on both sides. Start the application with the profile"
                                + " postgres now. When you have seen that all is well, put the file " + source.file()
                                + " away: it was not changed.");
            }
            return 0;
        } catch (MoveRefused e) {
            out.println(e.getMessage());
            if (!e.isDoubtful()) {
                out.println("Nothing was moved.");
            }
        } catch (SQLException e) {
            out.println("The move was broken off: " + e.getMessage());
            out.println(
                    "Nothing was moved. What was begun in PostgreSQL is gone; give the command again when the reason"
                            + " is mended.");
        } catch (RuntimeException | OutOfMemoryError e) {
            out.println("The move was broken off: " + e);
            out.println("Nothing was moved. Give the command again when the reason is mended.");
        }
        return 1;
    }
}
