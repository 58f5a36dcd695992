package uk.opcc.inspectionresponse.browser;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.rest.FormsClient;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Inspections of a test's own, brought to a task that somebody of the demo then has in the browser. Those of earlier
 * tests are taken away: the tests share an office, and a page of its list has fifty tasks.
 */
final class InspectionsForTheBrowser {

    /** Of the tests that have run here. */
    private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

    private final RuntimeService processes;
    private final TaskService tasks;
    private final HistoryService history;
    private final FormsClient office;

    InspectionsForTheBrowser(ProcessEngine engine, String address) {
        Staff.employ(engine.getIdentityService());
        this.processes = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
        this.office = new FormsClient(Doors.rest(address));
        ALL.removeIf(this::isTakenAway);
    }

    private boolean isTakenAway(String inspection) {
        try {
            processes.deleteProcessInstanceIfExists(inspection, "The test is over.", true, true, true, false);
            return true;
        } catch (OptimisticLockingException happensMeanwhile) {
            // The next test takes it away.
            return false;
        }
    }

    /** The task to record the findings of a new report. */
    String findingsTaskOf(String user) {
        return findingsTaskOf(user, "Typing");
    }

    /** The task to record the findings of a new report of this title. */
    String findingsTaskOf(String user, String title) {
        return given(user, office.awaitTask(registered(title), "record-findings"));
    }

    /** The task to check the two recommendations of a new report of this title. */
    String checkTaskOf(String user, String title) {
        return given(user, office.awaitTask(withTwoRecommendations(title), "check-recommendations"));
    }

    /** The task to check what was read in this text of a new report. */
    String checkTaskOf(String user, String title, String pasted) {
        String inspection = registered(title);
        office.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings", "Fair.",
                        "findings.recommendationsText", pasted,
                        "findingsNext", "check"));
        return given(user, office.awaitTask(inspection, "check-recommendations"));
    }

    /** The task that comes after one that is completed. */
    String next(String completed, String key) {
        return office.awaitTask(inspectionOf(completed), key);
    }

    private String inspectionOf(String task) {
        return history.createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
    }

    /** The tasks to explain the two recommendations of a new report, in their order. */
    List<String> explanationTasksOf(String user) {
        return explanationTasksOf(user, "Typing");
    }

    /** The tasks to explain the two recommendations of a new report of this title, in their order. */
    List<String> explanationTasksOf(String user, String title) {
        String inspection = withTwoRecommendations(title);
        office.completes(inspection, "check-recommendations", Map.of("recommendationsCheck", "right"));
        commentsAreSubmitted(inspection);
        office.awaitTask(inspection, "explain-recommendation");
        return office.tasks(inspection, "explain-recommendation").stream()
                .sorted(Comparator.comparing(
                        task -> (Integer) tasks.getVariable(task, ProcessVariables.RECOMMENDATION_NUMBER.name())))
                .map(task -> given(user, task))
                .toList();
    }

    /** The task to submit the Chief Constable's comments on a new report. */
    String commentsTaskOf(String user) {
        return given(user, office.awaitTask(withFindings(), "submit-comments"));
    }

    /** The task to draft the response to a new report without recommendations. */
    String draftTaskOf(String user) {
        return given(user, office.awaitTask(commented(), "draft-pcc-response"));
    }

    /** The task to approve the response to a new report. */
    String approvalTaskOf(String user) {
        return approvalTaskOf(user, "I agree.");
    }

    /** The task to approve this response to a new report. */
    String approvalTaskOf(String user, String response) {
        return given(user, office.awaitTask(drafted(response), "approve-response"));
    }

    /** The task to publish an approved response. */
    String publicationTaskOf(String user) {
        return given(user, office.awaitTask(approved(), "publish-on-website"));
    }

    /** The task to send an approved response to the Home Office. */
    String sendingTaskOf(String user) {
        return given(user, office.awaitTask(approved(), "send-to-home-office"));
    }

    /** Gives a task to this person; to nobody if null. */
    String given(String user, String task) {
        tasks.setAssignee(task, user);
        return task;
    }

    private String withTwoRecommendations(String title) {
        String inspection = registered(title);
        office.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings",
                        "Fair.",
                        "findings.recommendationsText",
                        "1. Train.\n2. Review.",
                        "findingsNext",
                        "check"));
        return inspection;
    }

    private String withFindings() {
        String inspection = registered("Typing");
        office.completes(
                inspection, "record-findings", Map.of("findings.keyFindings", "Fair.", "findingsNext", "none"));
        return inspection;
    }

    private String commented() {
        String inspection = withFindings();
        commentsAreSubmitted(inspection);
        return inspection;
    }

    private String drafted(String response) {
        String inspection = commented();
        office.completes(inspection, "draft-pcc-response", Map.of("response.text", response, "draftNext", "finished"));
        return inspection;
    }

    private String approved() {
        String inspection = drafted("I agree.");
        office.completes(inspection, "approve-response", Map.of("approvalDecision", "approve"));
        return inspection;
    }

    private void commentsAreSubmitted(String inspection) {
        office.completes(inspection, "submit-comments", Map.of("comments.text", "Noted.", "commentsNext", "submit"));
    }

    /** Published lately: one that is escalated at once has its tasks changed while they are worked on. */
    private String registered(String title) {
        String inspection = office.starts(Map.of(
                "title",
                title,
                "datePublished",
                OneDay.TODAY.minusDays(3).toString(),
                "inspectionType",
                "PEEL Inspection"));
        ALL.add(inspection);
        return inspection;
    }
}
