package uk.opcc.inspectionresponse.platform.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.search.SearchWords;

@OfficeServer
@DisplayName("The words by which a task is found")
class LabelTasksTest {

    private static final String WORDS = "listedWords";

    private final ProcessEngine engine;
    private final LabelTasks labels;
    private final TheOffice office;

    @Autowired
    LabelTasksTest(ProcessEngine engine, LabelTasks labels) {
        this.engine = engine;
        this.labels = labels;
        this.office = new TheOffice(engine);
    }

    private String wordsOf(Task task) {
        return (String) engine.getTaskService().getVariableLocal(task.getId(), WORDS);
    }

    @Test
    @DisplayName("are given at the start to tasks of an earlier release, which go on with all else as it is")
    void earlier() {
        ProcessInstance inspection = office.registers("Càll Handling", "2018-07-19");
        Task task = office.task(inspection, "record-findings");
        String before = variables(task);
        engine.getTaskService().removeVariableLocal(task.getId(), WORDS);

        labels.labelEarlierTasks();

        assertThat(wordsOf(task))
                .contains("call handling", SearchWords.plain(office.valueOf(inspection, "reference") + ""));
        assertThat(variables(task)).isEqualTo(before);
    }

    /** Two trees of Json that are alike are not equal. */
    private String variables(Task task) {
        return new TreeMap<>(engine.getTaskService().getVariables(task.getId())).toString();
    }

    @Test
    @DisplayName("are those of now, also of a task that an earlier release has labelled")
    void labelledEarlier() {
        ProcessInstance inspection = office.registers("Anti\u2011social \u201Cbehaviour\u201D", "2018-07-19");
        Task task = office.task(inspection, "record-findings");
        engine.getTaskService().setVariableLocal(task.getId(), WORDS, "record anti-social \u201Cbehaviour\u201D");

        labels.labelEarlierTasks();

        assertThat(wordsOf(task)).isEqualTo("record antisocial behaviour ");
    }

    @Test
    @DisplayName("are as many as there is room for, whatever the length of the report's words")
    void whereTheyAreMany() {
        ProcessInstance inspection = office.registers("Long", "2018-07-19");
        office.recordsRecommendations(inspection, "1. " + "Forces should. ".repeat(400) + "\n2. Short.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Noted.");

        assertThat(wordsOf(office.explanationTask(inspection, 1)))
                .hasSize(4000)
                .startsWith("explain the action on one recommendation long ");
    }

    @Test
    @DisplayName("are kept while the task is open, and are not in its history, which has what a person typed")
    void history() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        assertThat(wordsOf(office.task(inspection, "record-findings"))).contains("custody");

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(inspection.getId())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .contains("title", "lastLawfulDay")
                .doesNotContain(WORDS, "listedTitle");
        assertThat(engine.getHistoryService()
                        .createHistoricDetailQuery()
                        .processInstanceId(inspection.getId())
                        .variableUpdates()
                        .list())
                .extracting(change -> ((HistoricVariableUpdate) change).getVariableName())
                .contains("title", "datePublished", "lastLawfulDay")
                .doesNotContain("draftDue", WORDS);
    }
}
