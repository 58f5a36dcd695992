package uk.opcc.inspectionresponse.platform.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/**
 * Deploys the diagrams, decision tables and forms of {@code processes} and {@code forms}, in one deployment, when any
 * of them has changed.
 *
 * <p>If one of them cannot be parsed nothing is deployed, the log says file, line and reason, and what was deployed
 * before goes on. Only where there is nothing from before does the application not start.
 */
@Component
class DeployProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(DeployProcesses.class);

    private static final String NAME = "inspection-response";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final List<String> patterns;

    @Autowired
    DeployProcesses(RepositoryService repository, ResourcePatternResolver resources, OfficeProperties office) {
        this(repository, resources, office.deployedResources());
    }

    /** Deploys what is found by these patterns of Spring. */
    DeployProcesses(RepositoryService repository, ResourcePatternResolver resources, List<String> patterns) {
        this.repository = repository;
        this.resources = resources;
        this.patterns = patterns;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void deploy() {
        try {
            List<DeployedFile> files = find();
            if (areDeployed(files)) {
                return;
            }
            List<String> mistakes = files.stream()
                    .map(DeployedFile::mistake)
                    .flatMap(Optional::stream)
                    .toList();
            if (mistakes.isEmpty()) {
                deploy(files);
            } else {
                goOnWithoutThem(mistakes, null);
            }
        } catch (ProcessEngineException e) {
            goOnWithoutThem(reasons(e), e);
        } catch (IOException e) {
            goOnWithoutThem(List.of(e.toString()), e);
        }
    }

    /** Whether the deployment before is just of these files; each start would else read and check them all. */
    private boolean areDeployed(List<DeployedFile> files) throws IOException {
        List<Deployment> last = repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        if (last.isEmpty()) {
            return false;
        }
        List<org.camunda.bpm.engine.repository.Resource> deployed =
                repository.getDeploymentResources(last.get(0).getId());
        for (org.camunda.bpm.engine.repository.Resource resource : deployed) {
            byte[] content = resource.getBytes();
            if (files.stream()
                    .noneMatch(
                            file -> file.name().equals(resource.getName()) && Arrays.equals(file.content(), content))) {
                return false;
            }
        }
        return deployed.size() == files.size();
    }

    private void deploy(List<DeployedFile> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source("application").enableDuplicateFiltering(false);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
    }

    private void goOnWithoutThem(List<String> mistakes, Exception cause) {
        String reasons = mistakes.stream().collect(Collectors.joining(System.lineSeparator() + "  ", "  ", ""));
        if (repository.createProcessDefinitionQuery().count() == 0) {
            throw new NothingToRun(reasons, cause);
        }
        LOG.error(
                "The processes and forms of this version were NOT deployed, what was deployed before keeps running:{}{}",
                System.lineSeparator(),
                reasons);
    }

    private List<DeployedFile> find() throws IOException {
        List<DeployedFile> found = new ArrayList<>();
        for (String pattern : patterns) {
            for (Resource resource : resources.getResources(pattern)) {
                try (InputStream content = resource.getInputStream()) {
                    found.add(new DeployedFile(resource.getFilename(), content.readAllBytes()));
                }
            }
        }
        found.sort(Comparator.comparing(DeployedFile::name));
        return found;
    }

    private static List<String> reasons(ProcessEngineException failure) {
        if (failure instanceof ParseException parsing) {
            return parsing.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream()
                            .map(problem -> report.getResourceName() + ", line " + problem.getLine() + ": "
                                    + problem.getMessage()))
                    .toList();
        }
        List<String> reasons = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reasons.add(cause.getMessage());
        }
        return reasons;
    }
}
