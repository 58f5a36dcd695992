package uk.opcc.inspectionresponse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ids that the code knows")
class DiagramIdsTest {

    @Test
    @DisplayName("are those of processes and steps in the diagrams, and so are the names of their constants")
    void inTheDiagrams() throws Exception {
        Map<String, String> ids = new HashMap<>();
        for (Field constant : DiagramIds.class.getFields()) {
            if (constant.get(null) instanceof String id) {
                ids.put(constant.getName(), id);
            }
        }
        assertThat(ids).hasSizeGreaterThan(10);
        assertThat(inDiagrams()).containsAll(ids.values());
        assertThat(ids.values()).containsAll(DiagramIds.SENT_MESSAGES);
        assertThat(ids)
                .allSatisfy((name, id) ->
                        assertThat(id).isEqualTo(name.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    static Set<String> inDiagrams() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(diagram -> Stream.concat(
                            Stream.concat(
                                            diagram.getModelElementsByType(Process.class).stream(),
                                            diagram.getModelElementsByType(FlowElement.class).stream())
                                    .map(BaseElement::getId),
                            diagram.getModelElementsByType(BusinessRuleTask.class).stream()
                                    .map(BusinessRuleTask::getCamundaDecisionRef)))
                    .collect(Collectors.toSet());
        }
    }
}
