package uk.opcc.inspectionresponse.platform.deployment;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** What of this release is not in use, and why, whoever asks. */
@Component
class WaitingRelease {

    private final Release release;
    private final DeployProcesses start;
    private final HistoryService history;
    private final People people;
    private final AsApplication application;

    WaitingRelease(
            Release release, DeployProcesses start, HistoryService history, People people, AsApplication application) {
        this.release = release;
        this.start = start;
        this.history = history;
        this.people = people;
        this.application = application;
    }

    /**
     * How it is now.
     *
     * @param files all files of the release
     * @param isInUse whether they are deployed, with or without files of the office in the places of some
     * @param mistakes why they cannot be
     * @param office what the office has changed, and how it differs from the release
     */
    record State(List<DeployedFile> files, boolean isInUse, List<String> mistakes, List<OfficesFile> office) {

        /** Whether somebody has to decide what is to be used. */
        boolean waits() {
            return !isInUse && mistakes.isEmpty() && !office.isEmpty();
        }

        /** By it one knows what a decision was about. */
        String fingerprint() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            files.forEach(file -> all.writeBytes(file.content()));
            office.forEach(one -> all.writeBytes(one.here().content()));
            return DigestUtils.md5DigestAsHex(all.toByteArray());
        }
    }

    State now() {
        return application.ask(() -> {
            List<DeployedFile> files = release.files();
            return new State(files, release.isDeployed(files), start.mistakes(), release.changedByOffice(files));
        });
    }

    /** Who has deployed a file of the office and when, such as "Bea Thornton, 3 March 2026, 14:02". */
    String deployedBy(OfficesFile file) {
        String when = WrittenMoment.of(file.deployment().getDeploymentTime().toInstant());
        return application.ask(
                () -> history
                        .createUserOperationLogQuery()
                        .deploymentId(file.deployment().getId())
                        .list()
                        .stream()
                        .map(UserOperationLogEntry::getUserId)
                        .filter(user -> user != null)
                        .findFirst()
                        .map(user -> people.nameOf(user) + ", " + when)
                        .orElse(when));
    }
}
