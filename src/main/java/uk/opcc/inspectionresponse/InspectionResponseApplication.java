package uk.opcc.inspectionresponse;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import uk.opcc.inspectionresponse.platform.backup.BackupCommand;
import uk.opcc.inspectionresponse.platform.move.MoveCommand;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** The statutory response of a local policing body to an inspection report, as a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InspectionResponseApplication {

    /** Starts the application, or makes a backup, or brings one back, or moves everything to another database. */
    public static void main(String[] args) {
        if (BackupCommand.isMeant(args)) {
            System.exit(new BackupCommand(System.getenv(), Clock.system(StatutoryPeriod.ZONE), System.out).run(args));
        }
        if (MoveCommand.isMeant(args)) {
            MoveCommand.logLittle();
            System.exit(new MoveCommand(System.getenv(), System.out).run(args));
        }
        // The engine reads date strings and durations in a diagram's timers in the JVM's zone.
        TimeZone.setDefault(TimeZone.getTimeZone(StatutoryPeriod.ZONE));
        SpringApplication.run(InspectionResponseApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.system(StatutoryPeriod.ZONE);
    }
}
