package uk.opcc.inspectionresponse.platform.deployment;

import java.util.List;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * A file that the office has deployed since the application did it last, and that differs from what the release brings.
 *
 * @param here what the office has deployed
 * @param deployment when and with what else
 * @param release what the release brings in its place; null where it brings nothing
 */
record OfficesFile(DeployedFile here, Deployment deployment, DeployedFile release) {

    /** What differs, in words. */
    List<String> differences() {
        return release == null
                ? List.of("Only here: the release does not bring this file.")
                : Differences.between(here, release);
    }
}
