package uk.opcc.inspectionresponse.platform.move;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.BeansException;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes the tables of the application and of the engine, as a first start on an empty database makes them. */
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@ComponentScan(
        basePackages = "uk.opcc.inspectionresponse",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
final class MadeTables {

    /**
     * Makes them.
     *
     * @param settings those of the application with the profile of this database
     * @throws SQLException if the database does not take them
     */
    static void in(DataSource database, ConfigurableEnvironment settings) throws SQLException {
        try (AnnotationConfigApplicationContext flyway = new AnnotationConfigApplicationContext()) {
            flyway.setEnvironment(settings);
            flyway.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
            flyway.register(MadeTables.class);
            flyway.refresh();
        } catch (BeansException e) {
            throw new SQLException(e.getMostSpecificCause().getMessage(), e);
        }
        try {
            ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                    .setProcessEngineName("makes tables")
                    .setDataSource(database)
                    .setTransactionsExternallyManaged(true)
                    .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                    .setJobExecutorActivate(false)
                    .buildProcessEngine()
                    .close();
        } catch (ProcessEngineException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
