package uk.opcc.inspectionresponse.platform.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.RaisesError;

/** What the application and its engine have already for the diagrams that are to be deployed. */
@Component
class Surroundings {

    private static final Set<String> GROUPS = Set.of(
            Groups.POLICY_OFFICERS,
            Groups.CHIEF_CONSTABLES_OFFICE,
            Groups.APPROVERS,
            Groups.COMMUNICATIONS,
            Groups.MANAGERS,
            Groups.PROCESS_OWNERS,
            Groups.ADMINISTRATORS);

    private final ListableBeanFactory beans;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final AsApplication application;

    Surroundings(
            ListableBeanFactory beans,
            RepositoryService repository,
            IdentityService identity,
            AsApplication application) {
        this.beans = beans;
        this.repository = repository;
        this.identity = identity;
        this.application = application;
    }

    /** The type of a bean that diagrams can call; nothing where there is none of this name. */
    Optional<Class<?>> bean(String name) {
        return beans.containsBean(name) ? Optional.ofNullable(beans.getType(name)) : Optional.empty();
    }

    /** The error that a bean raises; nothing where it raises none. */
    Optional<String> errorOf(String bean) {
        return beans.containsBean(bean)
                ? Optional.ofNullable(beans.findAnnotationOnBean(bean, RaisesError.class))
                        .map(RaisesError::value)
                : Optional.empty();
    }

    /** A bean whose name is nearly this one, as a hint. */
    String perhapsBean(String wrong) {
        return Known.perhaps(wrong, Set.of(beans.getBeanDefinitionNames()));
    }

    /** Whether somebody can be in a group. */
    boolean hasGroup(String group) {
        return GROUPS.contains(group)
                || application.ask(
                        () -> identity.createGroupQuery().groupId(group).count() > 0);
    }

    /** Whether a process of this key was deployed before. */
    boolean hasProcess(String key) {
        return application.ask(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count()
                > 0);
    }

    /** Whether a decision of this key was deployed before. */
    boolean hasDecision(String key) {
        return application.ask(() -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .count()
                > 0);
    }

    /**
     * The latest diagrams that were deployed before.
     *
     * @param replaced the keys of processes whose diagrams are left out
     */
    List<XmlElement> latestDiagramsBut(Set<String> replaced) {
        return application.ask(() -> {
            List<XmlElement> diagrams = new ArrayList<>();
            for (ProcessDefinition process :
                    repository.createProcessDefinitionQuery().latestVersion().list()) {
                if (!replaced.contains(process.getKey())) {
                    try (InputStream diagram = repository.getProcessModel(process.getId())) {
                        XmlElement root = new DeployedFile(process.getResourceName(), diagram.readAllBytes()).xml();
                        // What an earlier release took may be larger than what is taken now.
                        if (root != null) {
                            diagrams.add(root);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            return diagrams;
        });
    }

    /** The ids of all forms that were deployed before. The engine has no question for that. */
    Set<String> forms() {
        return application.ask(() -> {
            Set<String> ids = new HashSet<>();
            for (Deployment deployment : repository.createDeploymentQuery().list()) {
                for (Resource resource : repository.getDeploymentResources(deployment.getId())) {
                    if (resource.getName().endsWith(".form")) {
                        ids.addAll(new DeployedFile(resource.getName(), resource.getBytes()).keys());
                    }
                }
            }
            return ids;
        });
    }
}
