package uk.opcc.inspectionresponse.platform.tasks;

import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** What somebody does who starts a process, as the diagram says it. */
@Component
class StartsInWords {

    /** The property of a process that says it. */
    private static final String STARTED_AS = "startedAs";

    private final RepositoryService repository;

    StartsInWords(RepositoryService repository) {
        this.repository = repository;
    }

    /** The words for starting a process, such as "Register a report"; the name of the process where there are none. */
    String of(String processDefinition, String key, String name) {
        Process drawn = repository.getBpmnModelInstance(processDefinition).getModelElementById(key);
        return Stream.ofNullable(drawn.getExtensionElements())
                .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> STARTED_AS.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(name == null ? key : name);
    }
}
