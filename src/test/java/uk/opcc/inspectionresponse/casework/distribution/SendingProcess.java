package uk.opcc.inspectionresponse.casework.distribution;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The part of the application that sends, in a process of its own that starts fast: its engine, diagram, job executor
 * and database, without the web server. Orders mails and sends them until it is killed.
 *
 * <p>No {@code @Configuration}: the application's own scan would find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@ComponentScan({
    "uk.opcc.inspectionresponse.publishing.archive",
    "uk.opcc.inspectionresponse.casework.distribution",
    "uk.opcc.inspectionresponse.publishing.document",
    "uk.opcc.inspectionresponse.messages.mail",
    "uk.opcc.inspectionresponse.platform.database",
    "uk.opcc.inspectionresponse.platform.nodes",
    "uk.opcc.inspectionresponse.platform.office",
    "uk.opcc.inspectionresponse.platform.people"
})
@Import(AsApplication.class)
@ConfigurationPropertiesScan("uk.opcc.inspectionresponse")
class SendingProcess {

    /** Printed with the Message-ID of a mail, once it has been confirmed that it was ordered. */
    static final String ORDERED = "ordered ";

    static final String TASK = "send-to-home-office";
    private static final int AT_ONCE = 6;

    @Bean
    Clock clock() {
        return Clock.system(StatutoryPeriod.ZONE);
    }

    /** The folder of the database, the port of the mail server, and {@code order} or {@code finish}. */
    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(SendingProcess.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--DATA_FOLDER=" + arguments[0],
                        "--MAIL_HOST=localhost",
                        "--MAIL_PORT=" + arguments[1],
                        "--MAIL_TLS_REQUIRED=false",
                        "--logging.level.root=warn");
        deploy(context.getBean(RepositoryService.class));
        boolean orders = arguments[2].equals("order");
        JdbcTemplate database = context.getBean(JdbcTemplate.class);
        while (orders || jobs(database) > 0) {
            if (orders && jobs(database) < AT_ONCE) {
                Date later = new Date(System.currentTimeMillis() + 1_000_000_000L);
                System.out.println(ORDERED + order(context, later));
            } else {
                Thread.sleep(5);
            }
        }
        System.exit(0);
    }

    static String database(Path folder) {
        return "jdbc:h2:file:" + folder + "/inspection-response;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static void deploy(RepositoryService repository) {
        if (repository.createProcessDefinitionQuery().count() == 0) {
            repository
                    .createDeployment()
                    .addClasspathResource("processes/inspection-response.bpmn")
                    .addClasspathResource("processes/deliver-copy.bpmn")
                    .deploy();
        }
    }

    private static int jobs(JdbcTemplate database) {
        return database.queryForObject("select count(*) from ACT_RU_JOB where TYPE_ = 'message'", Integer.class);
    }

    /**
     * Has a person send a copy.
     *
     * @param escalation when what is outstanding is escalated
     * @return the Message-ID of the mail, which a job will send
     */
    static String order(ConfigurableApplicationContext context, Date escalation) {
        String reference = "killed-" + System.nanoTime();
        context.getBean(JdbcTemplate.class)
                .update(
                        "insert into approved_response (reference, version, format, sha256, approved_on, kept_at, content)"
                                + " values (?, 1, 'pdf', ?, current_date, current_timestamp, ?)",
                        reference,
                        "0".repeat(64),
                        reference.repeat(500).getBytes(StandardCharsets.US_ASCII));
        String inspection = context.getBean(RuntimeService.class)
                .createProcessInstanceByKey("inspection-response")
                .businessKey(reference)
                .setVariables(Map.of(
                        "title",
                        reference,
                        "escalationAt",
                        escalation,
                        "distributionDue",
                        escalation,
                        "taskPriority",
                        50,
                        "escalated",
                        false,
                        "lastLawfulDay",
                        "2018-09-12",
                        "escalationDue",
                        escalation))
                .startBeforeActivity(TASK)
                .execute()
                .getId();
        TaskService tasks = context.getBean(TaskService.class);
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceId(inspection)
                        .singleResult()
                        .getId(),
                Map.of(
                        "distribution",
                        TheOffice.json(Map.of(
                                "way", "e-mail",
                                "address", "somebody@office.example",
                                "subject", reference,
                                "text", "Here it is.",
                                "attachments", "pdf"))));
        return context.getBean(ResponseMails.class).of(reference).get(0).messageId();
    }
}
