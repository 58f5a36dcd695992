package uk.opcc.inspectionresponse.platform.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import uk.opcc.inspectionresponse.TheOffice;

/** Inspections at the stage that an action needs: a new one once somebody has moved the last one on. */
final class Inspections {

    private static final List<String> EARLY = List.of("record-findings");

    private final ProcessEngine engine;
    private final TheOffice office;
    private final Map<String, String> tasks = new HashMap<>();
    private String who;

    Inspections(ProcessEngine engine) {
        this.engine = engine;
        this.office = new TheOffice(engine);
    }

    Inspections as(String user) {
        who = user;
        return this;
    }

    String who() {
        return who;
    }

    /** An unclaimed task with this id of the diagram. */
    String task(String key) {
        Task known = tasks.containsKey(key) ? find(tasks.get(key)) : null;
        if (known == null || known.getAssignee() != null) {
            tasks.put(key, newTask(key));
        }
        return tasks.get(key);
    }

    private Task find(String id) {
        return engine.getTaskService().createTaskQuery().taskId(id).singleResult();
    }

    private String newTask(String key) {
        ProcessInstance inspection =
                EARLY.contains(key) || key.equals("chase-outstanding-work") || key.equals("submit-comments")
                        ? office.registers("Custody", "2018-07-19")
                        : reached(key);
        if (key.equals("submit-comments")) {
            office.recordsNoRecommendations(inspection);
        }
        if (key.equals("chase-outstanding-work")) {
            Job timer = office.timer(inspection);
            engine.getManagementService().executeJob(timer.getId());
        }
        return office.task(inspection, key).getId();
    }

    private ProcessInstance reached(String key) {
        return switch (key) {
            case "explain-recommendation" -> {
                ProcessInstance inspection = office.registers("Custody", "2018-07-19");
                office.recordsRecommendations(inspection, "1. Do it.");
                office.checksTheRecommendations(inspection, "right");
                office.submitsComments(inspection, "We do.");
                yield inspection;
            }
            case "draft-pcc-response" -> {
                ProcessInstance inspection = office.hasDrafted("Custody", "2018-07-19");
                office.sendsBack(inspection, "drafter", "Please say more.");
                yield inspection;
            }
            case "write-correction", "approve-correction" -> {
                ProcessInstance correction = office.beginsCorrection(published(), "A name was wrong.");
                if (key.equals("approve-correction")) {
                    office.writesCorrection(correction, "I disagree.", "finished");
                }
                yield correction;
            }
            case "approve-response" -> office.hasDrafted("Custody", "2018-07-19");
            default -> office.hasApproved("Custody", "2018-07-19");
        };
    }

    /** The Chief Constable's task of an inspection whose response has been drafted and sent back. */
    String sentBackTask() {
        String known = tasks.get("sent back");
        if (known == null || find(known) == null) {
            ProcessInstance inspection = office.hasDrafted("Custody", "2018-07-19");
            office.sendsBack(inspection, "chief-constable", "Please say when.");
            tasks.put("sent back", office.task(inspection, "submit-comments").getId());
        }
        return tasks.get("sent back");
    }

    /** The reference of a response that is published, and is not being corrected. */
    String published() {
        ProcessInstance inspection = office.hasApproved("Custody", "2018-07-19");
        office.publishes(inspection);
        return inspection.getBusinessKey();
    }

    /** An inspection whose findings are to be recorded. */
    String inspection() {
        return find(task("record-findings")).getProcessInstanceId();
    }

    String definition() {
        return find(task("record-findings")).getProcessDefinitionId();
    }

    String filter() {
        return engine.getFilterService()
                .createFilterQuery()
                .filterName("All tasks")
                .singleResult()
                .getId();
    }
}
