package uk.opcc.inspectionresponse.platform.move;

import com.zaxxer.hikari.HikariConfig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import uk.opcc.inspectionresponse.platform.database.BesideThePool;

/**
 * The application's settings, from wherever it reads them itself at a start: as they are for the database that it has,
 * and as they are with the profile of PostgreSQL.
 */
final class MoveSettings {

    private static final String POSTGRES = "postgres";
    private static final String PROFILES = "spring.profiles.active";
    private static final String DATA_SOURCE = "spring.datasource";

    private final ConfigurableEnvironment before;
    private final ConfigurableEnvironment after;

    /**
     * Reads them.
     *
     * @param variables those of the environment
     * @param arguments settings from the command line, each with two hyphens
     */
    MoveSettings(Map<String, String> variables, List<String> arguments) {
        this.before = environment(variables, arguments);
        this.after = environment(variables, arguments, POSTGRES);
    }

    private static ConfigurableEnvironment environment(
            Map<String, String> variables, List<String> arguments, String... profiles) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        if (!arguments.isEmpty()) {
            environment
                    .getPropertySources()
                    .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        }
        String active = environment.getProperty(PROFILES);
        if (active != null) {
            // Whoever sets the profile of PostgreSQL already, for the start that comes next, means this one all the
            // same.
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "profiles without that of the other database",
                            Map.of(
                                    PROFILES,
                                    Arrays.stream(active.split(","))
                                            .map(String::strip)
                                            .filter(Predicate.not(POSTGRES::equals))
                                            .collect(Collectors.joining(",")))));
        }
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, profiles);
        return environment;
    }

    /** How the application reaches the database that it has. */
    HikariConfig source() {
        return pool(before);
    }

    /** How it will reach the one that it is to have. */
    BesideThePool target() throws MoveRefused {
        BesideThePool target = new BesideThePool(pool(after));
        if (!target.isPostgres()) {
            throw new MoveRefused("The settings name no PostgreSQL. Give its address in DATABASE_URL, and let no other"
                    + " setting name the database.");
        }
        return target;
    }

    /** As the application's own pool is set: the pool's settings come after those that all pools have. */
    private static HikariConfig pool(ConfigurableEnvironment environment) {
        Binder settings = Binder.get(environment);
        DataSourceProperties general = settings.bindOrCreate(DATA_SOURCE, Bindable.of(DataSourceProperties.class));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(general.determineUrl());
        pool.setUsername(general.determineUsername());
        pool.setPassword(general.determinePassword());
        settings.bind(DATA_SOURCE + ".hikari", Bindable.ofInstance(pool));
        return pool;
    }

    /** All settings, as they are with the profile of PostgreSQL. */
    ConfigurableEnvironment after() {
        return after;
    }

    /** The table in which Flyway notes what it has done, in both databases. */
    String history() {
        return after.getRequiredProperty("spring.flyway.table");
    }
}
