package uk.opcc.inspectionresponse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A recipient of the response")
class RecipientTest {

    @ParameterizedTest(name = "has a task in the diagram, which asks for it by its key and sets its variable: {0}")
    @EnumSource
    void inTheDiagram(Recipient recipient) {
        BpmnModelInstance diagram = Bpmn.readModelFromStream(
                RecipientTest.class.getResourceAsStream("/processes/inspection-response.bpmn"));

        UserTask task = diagram.getModelElementById(recipient.task());

        assertThat(task.getRawTextContent()).contains("'" + recipient.key() + "')}");
        assertThat(Bpmn.convertToString(diagram))
                .contains("\"" + recipient.distribution().name() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is found by the key and by the task")
    void found(Recipient recipient) {
        assertThat(Recipient.of(recipient.key())).isEqualTo(recipient);
        assertThat(Recipient.ofTask(recipient.task())).contains(recipient);
    }

    @Test
    @DisplayName("is not made up")
    void unknown() {
        assertThatThrownBy(() -> Recipient.of("mayor")).hasMessageContaining("mayor");
        assertThat(Recipient.ofTask("send-to-mayor")).isEmpty();
        assertThat(Arrays.stream(Recipient.values()).map(Recipient::key)).doesNotHaveDuplicates();
    }
}
