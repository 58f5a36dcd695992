package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

@OverRest
@DisplayName("A report as it is printed")
class ItemsOverRestTest {

    private final IdentityService identity;
    private FormsClient client;
    private int completions;

    @LocalServerPort
    private int port;

    @Autowired
    ItemsOverRestTest(IdentityService identity) {
        this.identity = identity;
    }

    @BeforeEach
    void connect() {
        Staff.employ(identity);
        client = new FormsClient(Doors.rest("http://localhost:" + port));
        completions = 0;
    }

    @Test
    @DisplayName("with 43 recommendations, 9 of them for chief constables, is answered with 11 completed tasks")
    void fortyThree() {
        StringBuilder pasted = new StringBuilder();
        for (int number = 1; number <= 43; number++) {
            String who = number % 5 == 0
                    ? "chief constables"
                    : number % 2 == 0 ? "the College of Policing" : "the Home Office";
            pasted.append("Recommendation ")
                    .append(number)
                    .append("\nBy 31 October 2027, ")
                    .append(who);
            pasted.append(" should review how often vetting is renewed in case ")
                    .append(number)
                    .append(".\n\n");
        }
        // 5, 10 … 40 and, as a chief constable's too, the last.
        String inspection = read(pasted.toString()
                .replace(
                        "the Home Office should review how often vetting is renewed in case 43",
                        "chief constables should review how often vetting is renewed in case 43"));
        complete(inspection, "check-recommendations", Map.of("recommendationsCheck", "right", "answersIn", "all"));
        complete(inspection, "submit-comments", Map.of("comments.text", "We agree.", "commentsNext", "submit"));
        Map<String, String> answers = new HashMap<>();
        for (int number : new int[] {5, 10, 15, 20, 25, 30, 35, 40}) {
            answers.put("answers.kind" + number, "action");
            answers.put("answers.text" + number, "I have asked for case " + number + ".");
        }
        answers.put("answers.kind43", "same");
        answers.put("answers.sameAs43", "10");
        answers.put("answersNext", "finished");
        complete(inspection, "answer-recommendations", answers);
        complete(inspection, "draft-pcc-response", Map.of("response.text", "I welcome it.", "draftNext", "finished"));
        complete(inspection, "approve-response", Map.of("approvalDecision", "approve"));

        assertThat(completions + 5).isEqualTo(11);
        JsonNode explanations = client.recorded(inspection, "explanations");
        assertThat(explanations)
                .hasSize(43)
                .allSatisfy(one -> assertThat(one.path("text").asText()).isNotBlank());
        assertThat(explanations.get(42).path("text").asText()).isEqualTo("I have asked for case 10.");
        assertThat(explanations.get(0).path("text").asText()).contains("the Home Office");
        assertThat(explanations.get(1).path("text").asText()).contains("the College of Policing");
    }

    @Test
    @DisplayName(
            "is corrected where it was read wrongly, and what was corrected stays when the text is changed elsewhere")
    void corrected() {
        String first = "Recommendation 2\nThe force should record all stops.";
        String second = "Recommendation 7\nEverybody should do their best.";
        String inspection = read(first + "\n\n" + second);

        complete(
                inspection,
                "check-recommendations",
                correctionsOf(
                        inspection,
                        Map.of("corrected.label2", "Recommendation 8", "corrected.addressee2", "ministry-of-justice")));
        assertThat(items(inspection))
                .containsExactly(
                        "Recommendation 2: on-its-own, forces", "Recommendation 8: together, ministry-of-justice");

        complete(inspection, "check-recommendations", Map.of("recommendationsCheck", "change"));
        complete(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings", "What was found.",
                        "findings.recommendationsText",
                                "Recommendation 1\nThe force should begin.\n\n" + first + "\n\n" + second,
                        "findingsNext", "check"));
        assertThat(items(inspection))
                .containsExactly(
                        "Recommendation 1: on-its-own, forces",
                        "Recommendation 2: on-its-own, forces",
                        "Recommendation 8: together, ministry-of-justice");

        complete(
                inspection,
                "check-recommendations",
                correctionsOf(
                        inspection,
                        Map.of(
                                "corrected.kind1",
                                "none",
                                "corrected.text2",
                                "It should record stops.\n---\nIt should say why.")));
        assertThat(items(inspection))
                .containsExactly(
                        "Recommendation 2: on-its-own, forces",
                        "Recommendation 2, part 2: on-its-own, forces",
                        "Recommendation 8: together, ministry-of-justice");
        assertThat(client.recorded(inspection, "recommendations").get(1).path("doubts"))
                .hasSize(1);
    }

    @Test
    @DisplayName("is refused corrections and answers that cannot be, with the field's name, and nothing changes")
    void refused() {
        String inspection = read(
                "Recommendation 2\nThe force should record all stops.\n\nRecommendation 7\nThe force should train people.");
        String check = client.awaitTask(inspection, "check-recommendations");
        refused(check, correctionsOf(inspection, Map.of("corrected.addressee2", "the-moon")), "corrected.addressee2");
        refused(
                check,
                correctionsOf(inspection, Map.of("corrected.kind1", "none", "corrected.kind2", "none")),
                "corrected.kind2");
        refused(check, correctionsOf(inspection, Map.of("corrected.deadline1", "some day")), "corrected.deadline1");
        refused(check, correctionsOf(inspection, Map.of("corrected.text1", "---\n---")), "corrected.text1");
        assertThat(items(inspection)).hasSize(2);

        complete(inspection, "check-recommendations", Map.of("recommendationsCheck", "right", "answersIn", "all"));
        complete(inspection, "submit-comments", Map.of("comments.text", "We agree.", "commentsNext", "submit"));
        String task = client.awaitTask(inspection, "answer-recommendations");
        refused(task, answers(Map.of("answers.kind1", "same", "answers.sameAs1", "1")), "answers.sameAs1");
        refused(task, answers(Map.of("answers.kind1", "same", "answers.sameAs1", "9")), "answers.sameAs1");
        refused(
                task,
                answers(Map.of(
                        "answers.kind1",
                        "same",
                        "answers.sameAs1",
                        "2",
                        "answers.kind2",
                        "same",
                        "answers.sameAs2",
                        "1")),
                "answers.sameAs1");
        Answer withoutText = client.submit(task, answers(Map.of("answers.kind1", "action", "answers.text1", " ")));
        assertThat(withoutText.status()).isEqualTo(400);
        assertThat(withoutText.json().path("message").asText())
                .contains("Explanation for Recommendation 2")
                .contains("answers.text1");
        assertThat(client.recorded(inspection, "explanations")).isEmpty();
    }

    private String read(String pasted) {
        String inspection = client.starts(Map.of(
                "title", "Vetting", "datePublished", OneDay.TODAY.toString(), "inspectionType", "Thematic Inspection"));
        complete(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings", "What was found.",
                        "findings.recommendationsText", pasted,
                        "findingsNext", "check"));
        return inspection;
    }

    private void complete(String inspection, String task, Map<String, ?> answers) {
        client.completes(inspection, task, answers);
        completions++;
    }

    private void refused(String task, Map<String, ?> answers, String field) {
        Answer answer = client.submit(task, answers);
        assertThat(answer.status()).as(field).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains(field);
    }

    private static Map<String, String> answers(Map<String, String> given) {
        Map<String, String> answers = new HashMap<>();
        for (int number = 1; number <= 2; number++) {
            answers.put("answers.kind" + number, "action");
            answers.put("answersNext", "finished");
        }
        answers.putAll(given);
        for (int number = 1; number <= 2; number++) {
            if (!answers.get("answers.kind" + number).equals("same")) {
                answers.putIfAbsent("answers.text" + number, "Done.");
            }
        }
        return answers;
    }

    /** What the form sends: all fields as they were shown, but for those that are changed. */
    private Map<String, String> correctionsOf(String inspection, Map<String, String> changed) {
        Map<String, String> sent = new HashMap<>();
        client.recorded(inspection, "corrected")
                .properties()
                .forEach(part ->
                        sent.put("corrected." + part.getKey(), part.getValue().asText()));
        sent.putAll(changed);
        sent.put("recommendationsCheck", "correct");
        return sent;
    }

    private List<String> items(String inspection) {
        client.awaitTask(inspection, "check-recommendations");
        List<String> items = new ArrayList<>();
        client.recorded(inspection, "recommendations")
                .forEach(item -> items.add(item.path("label").asText() + ": "
                        + item.path("answered").asText() + ", "
                        + item.path("addressees").path(0).asText()));
        return items;
    }
}
