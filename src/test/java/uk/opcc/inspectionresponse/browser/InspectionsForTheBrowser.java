package uk.opcc.inspectionresponse.browser;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import uk.opcc.inspectionresponse.TheOffice;

/** Inspections of a test's own, begun by people of the demo, who see their tasks in the browser. */
final class InspectionsForTheBrowser {

    private final ProcessEngine engine;

    InspectionsForTheBrowser(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The task to record the findings of a new report, which this person has claimed. */
    String findingsTaskOf(String user) {
        String task = task(registered(), "record-findings");
        isWith(user, task);
        return task;
    }

    /** The tasks to explain two recommendations of a new report, which this person has claimed. */
    List<String> explanationTasksOf(String user) {
        String inspection = registered();
        completes(
                "priya",
                task(inspection, "record-findings"),
                Map.of(
                        "findings",
                        TheOffice.json(Map.of("keyFindings", "Fair.", "recommendationsText", "1. Train.\n2. Review.")),
                        "findingsNext",
                        "check"));
        completes("priya", task(inspection, "check-recommendations"), Map.of("recommendationsCheck", "right"));
        completes(
                "grace",
                task(inspection, "submit-comments"),
                Map.of("comments", TheOffice.json(Map.of("text", "Noted.")), "commentsNext", "submit"));
        List<String> tasks = engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(inspection)
                .taskDefinitionKey("explain-recommendation")
                .list()
                .stream()
                .map(task -> task.getId())
                .toList();
        tasks.forEach(task -> isWith(user, task));
        return tasks;
    }

    /** The task to approve the response to a new report, which this person has claimed. */
    String approvalTaskOf(String user) {
        String inspection = drafted();
        String task = task(inspection, "approve-response");
        isWith(user, task);
        return task;
    }

    /** The task to publish an approved response, which this person has claimed. */
    String publicationTaskOf(String user) {
        String inspection = drafted();
        completes("helen", task(inspection, "approve-response"), Map.of("approvalDecision", "approve"));
        String task = task(inspection, "publish-on-website");
        isWith(user, task);
        return task;
    }

    private String drafted() {
        String inspection = registered();
        completes(
                "priya",
                task(inspection, "record-findings"),
                Map.of("findings", TheOffice.json(Map.of("keyFindings", "Fair.")), "findingsNext", "none"));
        completes(
                "grace",
                task(inspection, "submit-comments"),
                Map.of("comments", TheOffice.json(Map.of("text", "Noted.")), "commentsNext", "submit"));
        completes(
                "priya",
                task(inspection, "draft-pcc-response"),
                Map.of("response", TheOffice.json(Map.of("text", "I agree.")), "draftNext", "finished"));
        return inspection;
    }

    private String registered() {
        return as(
                "priya",
                () -> engine.getFormService()
                        .submitStartForm(
                                engine.getRepositoryService()
                                        .createProcessDefinitionQuery()
                                        .processDefinitionKey("inspection-response")
                                        .latestVersion()
                                        .singleResult()
                                        .getId(),
                                Map.of(
                                        "title",
                                        "Typing",
                                        "datePublished",
                                        "2018-07-19",
                                        "inspectionType",
                                        "PEEL Inspection"))
                        .getId());
    }

    private String task(String inspection, String key) {
        return Awaitility.await()
                .until(
                        () -> engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceId(inspection)
                                .taskDefinitionKey(key)
                                .singleResult(),
                        Objects::nonNull)
                .getId();
    }

    private void completes(String user, String task, Map<String, Object> fields) {
        isWith(user, task);
        unlessBusy(() -> as(user, () -> {
            engine.getFormService().submitTaskForm(task, fields);
            return true;
        }));
    }

    /** Gives a task to this person; to nobody if null. */
    void isWith(String user, String task) {
        unlessBusy(() -> {
            engine.getTaskService().setAssignee(task, user);
            return true;
        });
    }

    /** A job that tells people of a new task may be at work on it. */
    private static void unlessBusy(Callable<Boolean> step) {
        Awaitility.await().ignoreException(OptimisticLockingException.class).until(step);
    }

    private <T> T as(String user, Callable<T> step) {
        var identity = engine.getIdentityService();
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            return step.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(user, e);
        } finally {
            identity.clearAuthentication();
        }
    }
}
