package uk.opcc.inspectionresponse.platform.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/**
 * The diagrams, decision tables and forms that this release brings, and what of them is in use.
 *
 * <p>What the application deploys has a source of its own, by which it is told from what the office deploys in Modeler.
 */
@Component
class Release {

    private static final String NAME = "inspection-response";
    private static final String SOURCE = "application";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final List<String> patterns;
    private final TransactionTemplate transaction;

    @Autowired
    Release(
            RepositoryService repository,
            ResourcePatternResolver resources,
            OfficeProperties office,
            PlatformTransactionManager transactions) {
        this(repository, resources, office.deployedResources(), transactions);
    }

    /** What is found by these patterns of Spring. */
    Release(
            RepositoryService repository,
            ResourcePatternResolver resources,
            List<String> patterns,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.resources = resources;
        this.patterns = patterns;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All files of the release, by their names. */
    List<DeployedFile> files() {
        List<DeployedFile> found = new ArrayList<>();
        try {
            for (String pattern : patterns) {
                for (Resource resource : resources.getResources(pattern)) {
                    try (InputStream content = resource.getInputStream()) {
                        found.add(new DeployedFile(resource.getFilename(), content.readAllBytes()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(DeployedFile::name));
        return found;
    }

    /**
     * Whether what the application deployed last is just these files; each start would else read and check them all.
     */
    boolean isDeployed(List<DeployedFile> files) {
        Optional<Deployment> last = lastOfApplication();
        if (last.isEmpty()) {
            return false;
        }
        List<DeployedFile> deployed = filesOf(last.get());
        return deployed.size() == files.size()
                && deployed.stream().allMatch(one -> files.stream().anyMatch(one::isSameAs));
    }

    private Optional<Deployment> lastOfApplication() {
        return repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .deploymentSource(SOURCE)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private List<DeployedFile> filesOf(Deployment deployment) {
        return repository.getDeploymentResources(deployment.getId()).stream()
                .map(resource -> new DeployedFile(resource.getName(), resource.getBytes()))
                .toList();
    }

    /** What keeps files from being deployed, as the engine has said it. */
    static List<String> mistakes(ProcessEngineException failure) {
        if (failure instanceof ParseException parsing) {
            return parsing.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream()
                            .map(problem -> report.getResourceName() + ", line " + problem.getLine() + ": "
                                    + problem.getMessage()))
                    .toList();
        }
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .toList();
    }

    /**
     * What the office has changed since the application deployed its files last, as far as it differs from these files:
     * it would be lost from sight if they were deployed. A file is known by what is in it, whatever its name.
     */
    List<OfficesFile> changedByOffice(List<DeployedFile> files) {
        Optional<Deployment> last = lastOfApplication();
        if (last.isEmpty()) {
            return List.of();
        }
        Map<Set<String>, DeployedFile> before = byIdentity(filesOf(last.get()));
        Map<Set<String>, DeployedFile> release = byIdentity(files);
        List<OfficesFile> changed = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        for (Deployment deployment : since(last.get())) {
            List<DeployedFile> deployed = filesOf(deployment);
            if (deployed.stream().map(DeployedFile::identity).noneMatch(before::containsKey)) {
                // A process of its own, which no release replaces.
                continue;
            }
            for (DeployedFile file : deployed) {
                DeployedFile earlier = before.get(file.identity());
                DeployedFile later = release.get(file.identity());
                boolean isLatest = seen.add(file.identity());
                boolean isChange = earlier == null || !earlier.hasSameContent(file);
                if (isLatest && isChange && (later == null || !later.hasSameContent(file))) {
                    changed.add(new OfficesFile(file, deployment, later));
                }
            }
        }
        changed.sort(Comparator.comparing(one -> one.here().name()));
        return changed;
    }

    /** The latest first. */
    private List<Deployment> since(Deployment last) {
        return repository
                .createDeploymentQuery()
                // The two of one decision may have the same time.
                .deploymentAfter(new Date(last.getDeploymentTime().getTime() - 1))
                .orderByDeploymentTime()
                .desc()
                .list()
                .stream()
                .filter(deployment -> !SOURCE.equals(deployment.getSource())
                        && !deployment.getId().equals(last.getId()))
                .toList();
    }

    private static Map<Set<String>, DeployedFile> byIdentity(List<DeployedFile> files) {
        return files.stream().collect(Collectors.toMap(DeployedFile::identity, Function.identity(), (one, two) -> one));
    }

    /** Puts the files of the release into use. */
    void deploy(List<DeployedFile> files) {
        deploy(SOURCE, files);
    }

    /**
     * Puts the files of the release into use, and upon them those of the office that are to stay: both or none. The
     * next release is compared with this one.
     *
     * @param kept as {@link #changedByOffice} gives them
     */
    void deploy(List<DeployedFile> files, List<OfficesFile> kept) {
        transaction.executeWithoutResult(both -> {
            deploy(SOURCE, files);
            if (!kept.isEmpty()) {
                deploy("office", together(files, kept));
            }
        });
    }

    /** The files of the release, with those of the office in their places. */
    static List<DeployedFile> together(List<DeployedFile> files, List<OfficesFile> kept) {
        Map<Set<String>, DeployedFile> all = new HashMap<>(byIdentity(files));
        kept.forEach(one -> all.put(one.here().identity(), one.here()));
        return all.values().stream()
                .sorted(Comparator.comparing(DeployedFile::name))
                .toList();
    }

    private void deploy(String source, List<DeployedFile> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(source);
        if (source.equals(SOURCE)) {
            // Another process of this application may do the same at this moment.
            deployment.enableDuplicateFiltering(false);
        }
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
    }
}
