package uk.opcc.inspectionresponse.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.start.ApplicationProcess;

/** Inspections at the packaged application, by people who have signed in to Tasklist. */
final class OfficeLifecycle extends Lifecycle {

    private static final String DATABASE = "office";
    private static final List<String> SENT = List.of(
            "send-to-home-office", "send-to-hmicfrs", "send-to-chief-constable", "send-to-police-and-crime-panel");

    private final ApplicationProcess application;
    private final Doors doors;
    private final AtomicInteger number = new AtomicInteger();

    OfficeLifecycle(ApplicationProcess application, Doors doors) {
        this.application = application;
        this.doors = doors;
    }

    static OfficeLifecycle start(EmbeddedPostgres server, Path folder) throws java.sql.SQLException {
        BareLifecycle.createDatabase(server, DATABASE);
        ApplicationProcess application = started(server, folder.resolve("office"));
        Doors.employ(Door.rest(application.address(), "admin", ApplicationProcess.ADMIN_PASSWORD));
        return new OfficeLifecycle(application, Doors.tasklist(application.address()));
    }

    /** Another server on the same database. */
    OfficeLifecycle another(EmbeddedPostgres server, Path folder) {
        return new OfficeLifecycle(started(server, folder), doors);
    }

    private static ApplicationProcess started(EmbeddedPostgres server, Path folder) {
        return ApplicationProcess.startedAsInTheOffice(
                folder,
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "postgres",
                        "DATABASE_URL",
                        server.getJdbcUrl("postgres", DATABASE),
                        "DATABASE_USER",
                        "postgres"));
    }

    @Override
    String registered() {
        return id(timed(
                        doors.of(Groups.POLICY_OFFICERS),
                        "/process-definition/key/inspection-response/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "title",
                                        plain("Calls at night, inspection " + number.incrementAndGet()),
                                        "datePublished",
                                        plain(LocalDate.now().toString()),
                                        "inspectionType",
                                        plain("PEEL Inspection"))))
                .json());
    }

    @Override
    String escalation() {
        return "escalation-due";
    }

    @Override
    void inspection() {
        Door officer = doors.of(Groups.POLICY_OFFICERS);
        Door manager = doors.of(Groups.MANAGERS);
        String inspection = registered();
        StringBuilder items = new StringBuilder();
        for (int item = 1; item <= RECOMMENDATIONS; item++) {
            items.append(item).append(". Chief constables should review how they deal with calls at night.\n");
        }
        completes(
                officer,
                manager,
                inspection,
                "record-findings",
                Map.of(
                        "findings",
                        json(Map.of("keyFindings", text(), "recommendationsText", items.toString())),
                        "findingsNext",
                        plain("check")));
        completes(
                officer, manager, inspection, "check-recommendations", Map.of("recommendationsCheck", plain("right")));
        completes(
                doors.of(Groups.CHIEF_CONSTABLES_OFFICE),
                manager,
                inspection,
                "submit-comments",
                Map.of("comments", json(Map.of("text", text())), "commentsNext", plain("submit")));
        for (String task : tasks(manager, inspection, "explain-recommendation", RECOMMENDATIONS)) {
            submit(
                    officer,
                    task,
                    Map.of(
                            "explanation",
                            json(Map.of("kind", "action", "text", text())),
                            "explanationNext",
                            plain("finished")));
        }
        completes(
                officer,
                manager,
                inspection,
                "draft-pcc-response",
                Map.of("response", json(Map.of("text", text())), "draftNext", plain("finished")));
        completes(
                doors.of(Groups.APPROVERS),
                manager,
                inspection,
                "approve-response",
                Map.of("approvalDecision", plain("approve")));
        for (String task : SENT) {
            completes(
                    officer,
                    manager,
                    inspection,
                    task,
                    Map.of("distribution", json(Map.of("way", "another", "note", "By post."))));
        }
        completes(
                doors.of(Groups.COMMUNICATIONS),
                manager,
                inspection,
                "publish-on-website",
                Map.of("publishedWhere", plain("here"), "distribution", json(Map.of("note", "On the register."))));
        awaitEnd(manager, inspection);
    }

    private void completes(Door person, Door manager, String inspection, String key, Map<String, ?> variables) {
        submit(person, tasks(manager, inspection, key, 1).get(0), variables);
    }

    private void submit(Door person, String task, Map<String, ?> variables) {
        timed(person, "/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    @Override
    String database() {
        return DATABASE;
    }

    @Override
    public void close() {
        application.close();
    }
}
