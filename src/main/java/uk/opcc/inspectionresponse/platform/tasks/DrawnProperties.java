package uk.opcc.inspectionresponse.platform.tasks;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** The extension properties that a process owner gives to a process or to a step of it. */
@Component
class DrawnProperties {

    private final RepositoryService repository;

    DrawnProperties(RepositoryService repository) {
        this.repository = repository;
    }

    /** The value of a property; nothing where the diagram says none. */
    Optional<String> of(String processDefinition, String element, String name) {
        BaseElement drawn = repository.getBpmnModelInstance(processDefinition).getModelElementById(element);
        return Stream.ofNullable(drawn.getExtensionElements())
                .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}
