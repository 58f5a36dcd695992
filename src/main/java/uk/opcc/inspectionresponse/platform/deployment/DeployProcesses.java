package uk.opcc.inspectionresponse.platform.deployment;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams, decision tables and forms of {@code processes} and {@code forms}, in one deployment, when any
 * of them has changed.
 *
 * <p>If one of them cannot be read, shown or run nothing is deployed, the log says file, line and reason, and what was
 * deployed before goes on. Only where there is nothing from before does the application not start. Where the office has
 * deployed something else since, nothing is replaced until somebody decides, on the page {@code /processes}.
 */
@Component
class DeployProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(DeployProcesses.class);

    private final RepositoryService repository;
    private final Release release;
    private final ReleaseCheck check;
    private final AtomicReference<List<String>> mistakes = new AtomicReference<>(List.of());

    DeployProcesses(RepositoryService repository, Release release, ReleaseCheck check) {
        this.repository = repository;
        this.release = release;
        this.check = check;
    }

    /** Why the files of this release were not deployed at the start; empty if nothing was wrong with them. */
    List<String> mistakes() {
        return mistakes.get();
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void deploy() {
        mistakes.set(List.of());
        try {
            List<DeployedFile> files = release.files();
            if (release.isDeployed(files)) {
                return;
            }
            List<String> found = check.mistakesIn(files);
            if (!found.isEmpty()) {
                goOnWithoutThem(found, null);
                return;
            }
            List<OfficesFile> changed = release.changedByOffice(files);
            if (changed.isEmpty()) {
                release.deploy(files);
            } else {
                LOG.warn(
                        "The processes and forms of this version were NOT deployed, since the office has deployed others."
                                + " Nothing is replaced until a process owner decides at /processes. What differs:{}",
                        lines(changed.stream()
                                .flatMap(one -> Stream.concat(
                                        Stream.of(one.here().name()),
                                        one.differences().stream().map(words -> "  " + words)))
                                .toList()));
            }
        } catch (ProcessEngineException e) {
            goOnWithoutThem(Release.mistakes(e), e);
        } catch (UncheckedIOException e) {
            goOnWithoutThem(List.of(e.getCause().toString()), e);
        }
    }

    private void goOnWithoutThem(List<String> found, Exception cause) {
        if (repository.createProcessDefinitionQuery().count() == 0) {
            throw new NothingToRun(lines(found), cause);
        }
        mistakes.set(found);
        LOG.error(
                "The processes and forms of this version were NOT deployed, what was deployed before keeps running:{}",
                lines(found));
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> System.lineSeparator() + "  " + line).collect(Collectors.joining());
    }
}
