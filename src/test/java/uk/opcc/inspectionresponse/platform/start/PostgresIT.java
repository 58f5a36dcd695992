package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.InspectionResponseApplication;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.messages.notices.Preference;
import uk.opcc.inspectionresponse.messages.notices.Preferences;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.rest.FormsClient;
import uk.opcc.inspectionresponse.platform.rest.LongText;

@DisplayName("On PostgreSQL")
class PostgresIT {

    private static final int AT_ONCE = 24;
    private static final String LONG = LongText.of(100_000);

    /** Not every text is of the greatest length: the document that is rendered has all of them. */
    private static final String SHORTER = LongText.of(5_000);

    private static final String UNFINISHED = "/camunda/api/office/drafts/start/inspection-response";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> REPORT = Map.of(
            "title",
            "Custody – “£5” 😀",
            "datePublished",
            "2018-07-19",
            "inspectionType",
            "PEEL Inspection",
            "commentsInvitedBy",
            "2018-08-08");

    @Test
    @DisplayName(
            "an inspection goes to its end, references are unique, bad text is refused, and a restart keeps it all")
    void wholeInspection() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String inspection;
            int inspections;
            try (ConfigurableApplicationContext application = start(server)) {
                Doors doors = doors(application);
                inspection = goThroughAll(new FormsClient(doors));
                correctWhatIsPublished(application, doors);
                registerManyAtOnce(doors);
                registerOneAtOnce(doors);
                refuseWhatTheDatabaseCannotKeep(doors);
                tellPeople(application, doors);
                typeWithoutCompleting(application);
                inspections = count(doors);
            }
            try (ConfigurableApplicationContext again = start(server)) {
                Doors doors = doors(again);
                assertThat(count(doors)).isEqualTo(inspections);
                assertTyped(again);
                assertKept(new FormsClient(doors), inspection);
                assertThat(doors.of(Groups.MANAGERS)
                                .get("/process-definition/count?key=inspection-response")
                                .good()
                                .body())
                        .isEqualTo("{\"count\":1}");
            }
        }
    }

    private static String goThroughAll(FormsClient office) {
        String inspection = office.starts(REPORT);
        office.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings",
                        SHORTER,
                        "findings.recommendationsText",
                        "Train.",
                        "findingsNext",
                        "check"));
        office.completes(inspection, "check-recommendations", Map.of("recommendationsCheck", "right"));
        office.completes(inspection, "submit-comments", Map.of("commentsNext", "none"));
        office.completes(
                inspection,
                "explain-recommendation",
                Map.of("explanation.kind", "no-action", "explanation.text", SHORTER, "explanationNext", "finished"));
        office.completes(inspection, "draft-pcc-response", Map.of("response.text", "later", "draftNext", "later"));
        office.completes(inspection, "draft-pcc-response", Map.of("response.text", LONG, "draftNext", "finished"));
        office.completes(
                inspection,
                "approve-response",
                Map.of("approvalDecision", "send-back-to-chief-constable", "approval.reasons", LONG));
        office.completes(inspection, "submit-comments", Map.of("comments.text", SHORTER, "commentsNext", "submit"));
        office.completes(
                inspection,
                "explain-recommendation",
                Map.of("explanation.kind", "action", "explanation.text", SHORTER, "explanationNext", "finished"));
        office.completes(inspection, "draft-pcc-response", Map.of("response.text", LONG, "draftNext", "finished"));
        office.completes(inspection, "approve-response", Map.of("approvalDecision", "approve"));
        office.completes(
                inspection, "chase-outstanding-work", Map.of("managersNote.text", LONG, "escalationNext", "done"));
        for (String distribution : List.of(
                "send-to-home-office",
                "send-to-hmicfrs",
                "send-to-chief-constable",
                "send-to-police-and-crime-panel")) {
            office.completes(
                    inspection,
                    distribution,
                    Map.of(
                            "distribution.way", "e-mail",
                            "distribution.address", "somebody@office.example",
                            "distribution.subject", "Our response 😀",
                            "distribution.text", LONG,
                            "distribution.attachments", "both"));
            office.sendsTheFile(inspection, distribution, LONG);
        }
        office.completes(inspection, "publish-on-website", Map.of("publishedWhere", "here", "distribution.note", LONG));
        office.awaitEnd(inspection);
        assertKept(office, inspection);
        return inspection;
    }

    private static void typeWithoutCompleting(ConfigurableApplicationContext application) {
        Visitor officer = officer(application);
        assertThat(types(officer, 0, "Begun").statusCode()).isEqualTo(200);
        assertThat(types(officer, 0, "In another window").statusCode()).isEqualTo(409);
        assertThat(types(officer, 1, LONG).statusCode()).isEqualTo(200);
        // As if its task had ended at the moment at which this was saved.
        application
                .getBean(JdbcTemplate.class)
                .update("insert into unfinished_form select 'task', 'ended', person, version, content, saved_at"
                        + " from unfinished_form");
    }

    private static void assertTyped(ConfigurableApplicationContext application) throws IOException {
        assertThat(JSON.readTree(officer(application).sees(UNFINISHED).body())
                        .at("/own/content/title")
                        .asText())
                .isEqualTo(LONG);
        assertThat(application
                        .getBean(JdbcTemplate.class)
                        .queryForObject("select count(*) from unfinished_form", Integer.class))
                .isEqualTo(1);
    }

    private static Visitor officer(ConfigurableApplicationContext application) {
        Visitor officer =
                new Visitor(Integer.parseInt(application.getEnvironment().getProperty("local.server.port")));
        officer.signsIn(Groups.POLICY_OFFICERS, Staff.password(Groups.POLICY_OFFICERS));
        officer.sees("/camunda/app/tasklist/default/");
        return officer;
    }

    private static HttpResponse<String> types(Visitor officer, int after, String title) {
        return officer.asks(officer.request(UNFINISHED)
                .header("X-XSRF-TOKEN", officer.cookie("XSRF-TOKEN").getValue())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json(Map.of(
                        "person", Groups.POLICY_OFFICERS, "after", after, "content", json(Map.of("title", title)))))));
    }

    private static String json(Map<String, ?> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void correctWhatIsPublished(ConfigurableApplicationContext application, Doors doors)
            throws Exception {
        Visitor reader =
                new Visitor(Integer.parseInt(application.getEnvironment().getProperty("local.server.port")));
        assertThat(reader.sees("/responses?q=CUSTODY+%00peel").body()).contains("1 response", "Custody – “£5” 😀");
        Matcher link = Pattern.compile("href=\"/responses/(OPCCN-\\d{4}-\\d+)\"")
                .matcher(reader.sees("/responses").body());
        assertThat(link.find()).isTrue();
        String reference = link.group(1);

        Door manager = doors.of(Groups.MANAGERS);
        Door.Answer begun = oneOf(
                () -> manager.post(
                        "/process-definition/key/correct-response/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "reference",
                                        Map.of("value", reference),
                                        "correction",
                                        Map.of("type", "Json", "value", "{\"reason\": \"A word was wrong.\"}")))),
                "this one is being corrected already");
        String correction = begun.good().json().path("id").asText();
        FormsClient office = new FormsClient(doors);
        office.completes(
                correction,
                "write-correction",
                Map.of(
                        "title",
                        "All that was said was wrong",
                        "findings.keyFindings",
                        SHORTER,
                        "comments.text",
                        SHORTER,
                        "response.text",
                        LONG,
                        "correction.reason",
                        "A word was wrong.",
                        "correction.explanations",
                        "=== Recommendation 1 ===\n" + LONG,
                        "correctionNext",
                        "finished"));
        office.completes(correction, "approve-correction", Map.of("correctionDecision", "approve"));
        office.awaitEnd(correction);

        assertThat(office.recorded(correction, "explanations").at("/0/text").asText())
                .isEqualTo(LONG.strip());
        assertThat(reader.sees("/responses/" + reference).body())
                .contains("All that was said was wrong", "A word was wrong.", "version-1");
        assertThat(reader.sees("/responses/" + reference + "/version-1").body())
                .contains("This is an earlier version")
                .doesNotContain("<td class=\"typed\">All that was said was wrong");
        assertThat(reader.sees("/responses/feed.atom").body()).contains("Corrected on", "urn:uuid:");

        reader.signsIn(Groups.MANAGERS, Staff.password(Groups.MANAGERS));
        assertThat(reader.sees("/evidence/" + reference).body())
                .contains(
                        "after the 56 days: late",
                        "A word was wrong.",
                        "Our response 😀",
                        "equal to approved version 1")
                .doesNotContain("NOT EQUAL", "DO NOT HAVE");
        assertThat(reader.downloads("/evidence/" + reference + ".zip").statusCode())
                .isEqualTo(200);
        assertThat(reader.sees("/evidence/unknown").statusCode()).isEqualTo(404);
    }

    private static void assertKept(FormsClient office, String inspection) {
        assertThat(office.recorded(inspection, "title").asText()).isEqualTo(REPORT.get("title"));
        assertThat(office.recorded(inspection, "findings").path("keyFindings").asText())
                .isEqualTo(SHORTER);
        assertThat(office.recorded(inspection, "response").path("text").asText())
                .isEqualTo(LONG);
        assertThat(office.recorded(inspection, "rounds").at("/1/comments").asText())
                .isEqualTo(SHORTER);
        assertThat(office.recorded(inspection, "panelDistribution").path("note").asText())
                .isEqualTo(LONG);
        assertThat(office.recorded(inspection, "panelDistribution")
                        .path("doneOn")
                        .asText())
                .isNotEmpty();
        assertThat(office.recorded(inspection, "websiteDistribution")
                        .path("note")
                        .asText())
                .isEqualTo(LONG);
    }

    /** The one that is taken of those who do the same at once; the others are told why theirs is not. */
    private static Door.Answer oneOf(Callable<Door.Answer> request, String told) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Door.Answer> taken = new ArrayList<>();
            for (Future<Door.Answer> one : people.invokeAll(Collections.nCopies(8, request))) {
                if (one.get().status() < 300) {
                    taken.add(one.get());
                } else {
                    assertThat(one.get().status()).isEqualTo(400);
                    assertThat(one.get().body()).contains(told);
                }
            }
            assertThat(taken).hasSize(1);
            return taken.get(0);
        } finally {
            people.shutdown();
        }
    }

    private static void registerOneAtOnce(Doors doors) throws Exception {
        Door officer = doors.of(Groups.POLICY_OFFICERS);
        oneOf(
                () -> officer.post(
                        "/process-definition/key/inspection-response/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "title",
                                        Map.of("value", "Clicked twice"),
                                        "datePublished",
                                        Map.of("value", "2018-07-19"),
                                        "inspectionType",
                                        Map.of("value", "PEEL Inspection")))),
                "this report is registered already, as ");
    }

    private static void registerManyAtOnce(Doors doors) throws Exception {
        FormsClient office = new FormsClient(doors);
        AtomicInteger another = new AtomicInteger();
        Callable<String> registering = () -> {
            Map<String, String> report = new HashMap<>(REPORT);
            report.put("title", "Custody, part " + another.incrementAndGet());
            return office.start(report).good().json().path("businessKey").asText();
        };
        ExecutorService officers = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> references = officers.invokeAll(Collections.nCopies(AT_ONCE, registering));
            assertThat(references)
                    .extracting(Future::get)
                    .doesNotHaveDuplicates()
                    .hasSize(AT_ONCE)
                    .allSatisfy(reference -> assertThat(reference).matches("OPCCN-\\d{4}-\\d+"));
        } finally {
            officers.shutdown();
        }
    }

    private static void refuseWhatTheDatabaseCannotKeep(Doors doors) {
        FormsClient office = new FormsClient(doors);
        int before = count(doors);
        Door.Answer title = office.start(
                Map.of("title", "a\0b", "datePublished", "2018-07-19", "inspectionType", "PEEL Inspection"));
        assertThat(title.status()).isEqualTo(400);
        assertThat(title.json().path("field").asText()).isEqualTo("title");
        assertThat(count(doors)).isEqualTo(before);

        String task = office.awaitTask(office.starts(REPORT), "record-findings");
        Door.Answer findings = office.submit(task, Map.of("findings.keyFindings", "a\0b", "findingsNext", "none"));
        assertThat(findings.status()).isEqualTo(400);
        assertThat(findings.json().path("field").asText()).isEqualTo("findings.keyFindings");
        assertThat(office.submit(task, Map.of("findings.keyFindings", "ab", "findingsNext", "none"))
                        .status())
                .isEqualTo(204);
    }

    private static void tellPeople(ConfigurableApplicationContext application, Doors doors) {
        IdentityService identity = application.getBean(IdentityService.class);
        ManagementService jobs = application.getBean(ManagementService.class);
        List<String> told = List.of("told-at-once", "told-daily");
        for (String person : told) {
            Staff.employ(identity, person, Groups.POLICY_OFFICERS);
            User user = identity.createUserQuery().userId(person).singleResult();
            user.setEmail(person + "@office.example");
            identity.saveUser(user);
        }
        application.getBean(Preferences.class).choose("told-daily", Preference.DAILY);

        FormsClient office = new FormsClient(doors);
        String inspection = office.starts(REPORT);
        await().untilAsserted(
                        () -> assertThat(noticesTo("told-at-once", application)).containsExactly("accepted"));
        assertThat(noticesTo("told-daily", application)).containsExactly("collected");
        office.completes(
                inspection, "record-findings", Map.of("findings.keyFindings", "One.", "findingsNext", "later"));
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey("tell-people")
                .timers()
                .singleResult()
                .getId());
        await().untilAsserted(
                        () -> assertThat(noticesTo("told-daily", application)).containsExactly("accepted"));
        assertThat(noticesTo("told-at-once", application)).containsExactly("accepted");
        told.forEach(identity::deleteUser);
    }

    private static List<String> noticesTo(String person, ConfigurableApplicationContext application) {
        return application
                .getBean(JdbcTemplate.class)
                .queryForList("select state from notice where person = ?", String.class, person);
    }

    private static int count(Doors doors) {
        return doors.of(Groups.MANAGERS)
                .get("/history/process-instance/count")
                .good()
                .json()
                .path("count")
                .asInt();
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres server) throws IOException {
        return new SpringApplicationBuilder(InspectionResponseApplication.class)
                .profiles("postgres")
                .run(
                        "--server.port=0",
                        "--DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres"),
                        "--DATABASE_USER=postgres");
    }

    private static Doors doors(ConfigurableApplicationContext application) {
        Staff.employ(application.getBean(IdentityService.class));
        return Doors.rest("http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
    }
}
