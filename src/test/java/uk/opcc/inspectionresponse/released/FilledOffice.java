package uk.opcc.inspectionresponse.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.rest.FormsClient;
import uk.opcc.inspectionresponse.platform.start.ApplicationProcess;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** An office in which every kind of work is under way: beside what the demo has, what went wrong and what came back. */
final class FilledOffice {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private static final List<String> COPIES = List.of(
            "send-to-home-office", "send-to-hmicfrs", "send-to-chief-constable", "send-to-police-and-crime-panel");

    private final Door administrator;
    private final Doors doors;
    private final FormsClient office;
    private final CountDownLatch sending = new CountDownLatch(1);

    FilledOffice(String address, ScriptedMailServer mails) {
        administrator = Door.rest(address, "admin", "admin");
        Doors.employ(administrator);
        doors = Doors.rest(address);
        office = new FormsClient(doors);
        mails.answering(this::answer);
    }

    /** What becomes of a mail stands in its recipient's address; a manager's own mailbox is full. */
    private String answer(Step step, String line) {
        if (step != Step.RECIPIENT) {
            return step == Step.MAIL ? lastRecipient.get().answer(sending) : null;
        }
        Recipient recipient = Recipient.of(line);
        lastRecipient.set(recipient);
        return switch (recipient) {
            case LATER -> "451 4.3.0 try again later";
            case UNKNOWN -> "550 5.1.1 nobody of this name";
            default -> null;
        };
    }

    /** A connection is served by a thread of its own. */
    private final ThreadLocal<Recipient> lastRecipient = new ThreadLocal<>();

    private enum Recipient {
        LATER,
        UNKNOWN,
        DROPPED,
        SILENT,
        ANY;

        static Recipient of(String line) {
            if (line.contains("martin@") || line.contains("later@")) {
                return LATER;
            }
            if (line.contains("unknown@")) {
                return UNKNOWN;
            }
            if (line.contains("dropped@")) {
                return DROPPED;
            }
            return line.contains("silent@") ? SILENT : ANY;
        }

        String answer(CountDownLatch sending) {
            if (this == SILENT) {
                sending.countDown();
                return ScriptedMailServer.IS_SILENT;
            }
            return this == DROPPED ? ScriptedMailServer.DROPS : null;
        }
    }

    void fills() {
        findingsKeptForLater();
        draftKeptForLater();
        backWithTheChiefConstable();
        explainedAgain();
        mailsOfEveryFate();
        mailThatIsAnIncident();
        correctedTwice();
        correctionSentBack();
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(doors.of(Groups.MANAGERS)
                                .get("/incident/count")
                                .good()
                                .json()
                                .path("count")
                                .asInt())
                        .isEqualTo(1));
    }

    private void findingsKeptForLater() {
        String inspection = registered("Findings kept for later");
        office.completes(
                inspection,
                "record-findings",
                Map.of("findings.keyFindings", "Kept for later: half of the findings.", "findingsNext", "later"));
        office.awaitTask(inspection, "record-findings");
    }

    private void draftKeptForLater() {
        String inspection = withExplanations("A draft kept for later");
        office.completes(
                inspection,
                "draft-pcc-response",
                Map.of("response.text", "Kept for later: half of the draft.", "draftNext", "later"));
        office.awaitTask(inspection, "draft-pcc-response");
    }

    private void backWithTheChiefConstable() {
        String inspection = sentBackToTheChiefConstable("Comments of a second round");
        office.completes(
                inspection,
                "submit-comments",
                Map.of("comments.text", "Kept for later: half of the second comments.", "commentsNext", "later"));
        office.awaitTask(inspection, "submit-comments");
    }

    private void explainedAgain() {
        String inspection = sentBackToTheChiefConstable("Explanations of a second round");
        office.completes(
                inspection, "submit-comments", Map.of("comments.text", "Clearer now.", "commentsNext", "submit"));
        office.submit(
                        office.awaitTask(inspection, "explain-recommendation"),
                        Map.of(
                                "explanation.kind",
                                "no-action",
                                "explanation.text",
                                "Kept for later: half of an explanation.",
                                "explanationNext",
                                "later"))
                .good();
        await().atMost(LONG_ENOUGH)
                .until(() -> office.tasks(inspection, "explain-recommendation").size() == 2);
    }

    private void mailsOfEveryFate() {
        String inspection = approved("Mails of every fate");
        mails(inspection, "send-to-home-office", "later@office.example");
        mails(inspection, "send-to-hmicfrs", "dropped@office.example");
        mails(inspection, "send-to-chief-constable", "unknown@office.example");
        mails(inspection, "send-to-police-and-crime-panel", "panel@office.example");
        office.awaitTask(inspection, "send-to-hmicfrs");
        office.awaitTask(inspection, "send-to-chief-constable");
    }

    private void mailThatIsAnIncident() {
        String inspection = approved("A mail that is an incident");
        mails(inspection, "send-to-home-office", "later@office.example");
        String jobs = "/job?messages=true&processInstanceId=" + inspection;
        JsonNode job = await().atMost(LONG_ENOUGH)
                .until(
                        () -> doors.of(Groups.MANAGERS)
                                .get(jobs + "&withException=true")
                                .good()
                                .json(),
                        found -> found.size() == 1)
                .get(0);
        administrator
                .put("/job/" + job.path("id").asText() + "/retries", Map.of("retries", 0))
                .good();
    }

    private void correctedTwice() {
        String reference = published("Corrected, and corrected again");
        String first = corrects(reference, "A name was wrong.");
        writes(first, "The name is right now.", "finished");
        office.completes(first, "approve-correction", Map.of("correctionDecision", "approve"));
        office.awaitEnd(first);
        String second = corrects(reference, "A date was wrong as well.");
        writes(second, "The date is right now.", "finished");
        office.awaitTask(second, "approve-correction");
    }

    private void correctionSentBack() {
        String reference = published("A correction sent back");
        String withdrawn = corrects(reference, "Nothing was wrong.");
        writes(withdrawn, "I welcome the report.", "withdraw");
        office.awaitEnd(withdrawn);
        String sentBack = corrects(reference, "A figure was wrong.");
        writes(sentBack, "The figure is 7%.", "finished");
        office.completes(
                sentBack,
                "approve-correction",
                Map.of("correctionDecision", "send-back", "approval.reasons", "It is 8%."));
        writes(sentBack, "Kept for later: the figure is 8%.", "later");
        office.awaitTask(sentBack, "write-correction");
    }

    /** Orders one more mail, and kills the application while the server has it and has not answered. */
    void isKilledWhileSending(ApplicationProcess application) throws InterruptedException {
        String inspection = approved("Killed while it sent");
        mails(inspection, "send-to-home-office", "silent@office.example");
        assertThat(sending.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        application.kill();
    }

    private String registered(String title) {
        LocalDate today = StatutoryPeriod.today(Clock.systemUTC());
        return office.starts(Map.of(
                "title",
                title,
                "datePublished",
                StatutoryPeriod.whereDay(30, today).published().toString(),
                "inspectionType",
                "PEEL Inspection"));
    }

    private String withExplanations(String title) {
        String inspection = registered(title);
        office.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings",
                        "What was found.",
                        "findings.recommendationsText",
                        "1. The force should train its officers.\n\n2. The force should count what it does.",
                        "findingsNext",
                        "check"));
        office.completes(inspection, "check-recommendations", Map.of("recommendationsCheck", "right"));
        office.completes(inspection, "submit-comments", Map.of("comments.text", "We agree.", "commentsNext", "submit"));
        for (String text : List.of("It trains them.", "It counts.")) {
            office.completes(
                    inspection,
                    "explain-recommendation",
                    Map.of("explanation.kind", "action", "explanation.text", text, "explanationNext", "finished"));
        }
        return inspection;
    }

    private String drafted(String title) {
        String inspection = withExplanations(title);
        office.completes(
                inspection,
                "draft-pcc-response",
                Map.of("response.text", "I welcome the report.", "draftNext", "finished"));
        return inspection;
    }

    private String sentBackToTheChiefConstable(String title) {
        String inspection = drafted(title);
        office.completes(
                inspection,
                "approve-response",
                Map.of(
                        "approvalDecision",
                        "send-back-to-chief-constable",
                        "approval.reasons",
                        "The comments are not clear."));
        return inspection;
    }

    private String approved(String title) {
        String inspection = drafted(title);
        office.completes(inspection, "approve-response", Map.of("approvalDecision", "approve"));
        return inspection;
    }

    /** Goes through all of it and gives the reference. */
    private String published(String title) {
        String inspection = approved(title);
        for (String copy : COPIES) {
            office.completes(inspection, copy, Map.of("distribution.way", "another", "distribution.note", "By post."));
        }
        office.completes(inspection, "publish-on-website", Map.of("publishedWhere", "here"));
        office.awaitEnd(inspection);
        return doors.of(Groups.MANAGERS)
                .get("/history/process-instance/" + inspection)
                .good()
                .json()
                .path("businessKey")
                .asText();
    }

    private String corrects(String reference, String reason) {
        return doors.of(Groups.MANAGERS)
                .post(
                        "/process-definition/key/correct-response/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "reference",
                                        Map.of("value", reference),
                                        "correction",
                                        Map.of("type", "Json", "value", "{\"reason\": \"" + reason + "\"}"))))
                .good()
                .json()
                .path("id")
                .asText();
    }

    private void writes(String correction, String text, String next) {
        office.completes(
                correction,
                "write-correction",
                Map.of(
                        "title",
                        "Corrected",
                        "findings.keyFindings",
                        "What was found.",
                        "comments.text",
                        "We agree.",
                        "response.text",
                        text,
                        "correction.reason",
                        "A word was wrong.",
                        "correction.explanations",
                        "=== Recommendation 1 ===\nIt trains them.\n\n=== Recommendation 2 ===\nIt counts.",
                        "correctionNext",
                        next));
    }

    private void mails(String inspection, String copy, String address) {
        office.completes(
                inspection,
                copy,
                Map.of(
                        "distribution.way", "e-mail",
                        "distribution.address", address,
                        "distribution.subject", "Our response",
                        "distribution.text", "Please find it attached.",
                        "distribution.attachments", "both"));
    }
}
