package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.StoredFile;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.StoredLetter;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Version;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Round;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedLetters;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedVersion;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.publishing.register.Edition;

/** Which versions of a response were approved, and whether their stored bytes are still those that were approved. */
@Component
class CollectVersions {

    private static final String APPROVED = "approve";

    private final ApprovedResponses approved;
    private final ApprovedLetters letters;
    private final Names names;

    CollectVersions(ApprovedResponses approved, ApprovedLetters letters, Names names) {
        this.approved = approved;
        this.letters = letters;
        this.names = names;
    }

    /**
     * The versions, the first one first.
     *
     * @param variables of the process; empty where its history is gone
     */
    List<Version> of(String reference, VariableMap variables, List<Edition> editions) {
        List<Round> rounds = ProcessVariables.ROUNDS.find(variables).orElse(List.of());
        return approved.versions(reference).stream()
                .map(version -> version(reference, version, rounds, editions))
                .toList();
    }

    private Version version(String reference, ApprovedVersion version, List<Round> rounds, List<Edition> editions) {
        Optional<Edition> correction = editions.stream()
                .filter(edition -> edition.version() == version.number())
                .findFirst()
                // A later edition of the same version approves nothing new.
                .filter(edition -> edition.approvedBy() != null);
        // A correction goes through no round of the inspection.
        Optional<Round> round = rounds.stream()
                .filter(decided -> correction.isEmpty() && decided.decision().equals(APPROVED))
                .filter(decided -> !decidedAt(decided).isAfter(version.keptAt()))
                .reduce((earlier, later) -> later);
        return new Version(
                version.number(),
                version.approvedOn(),
                names.of(correction
                        .map(Edition::approvedBy)
                        .or(() -> round.map(Round::decidedBy))
                        .orElse(null)),
                round.map(CollectVersions::decidedAt).orElse(null),
                version.keptAt(),
                files(reference, version.number()),
                letters(reference, version.number()));
    }

    private static Instant decidedAt(Round round) {
        return CollectRecipients.instant(round.decidedAt());
    }

    private List<StoredFile> files(String reference, int version) {
        return Arrays.stream(Format.values())
                .flatMap(format -> approved.find(reference, version, format).map(kept -> file(format, kept)).stream())
                .toList();
    }

    private List<StoredLetter> letters(String reference, int version) {
        return letters.recipients(reference, version).stream()
                .flatMap(recipient -> Arrays.stream(Format.values())
                        .flatMap(format -> letters
                                .find(reference, version, recipient, format)
                                .map(kept -> new StoredLetter(
                                        recipient,
                                        Recipient.of(recipient).words(),
                                        Recipient.of(recipient).task(),
                                        file(format, kept)))
                                .stream()))
                .toList();
    }

    private static StoredFile file(Format format, KeptDocument kept) {
        return new StoredFile(
                format,
                kept.sha256(),
                kept.content().length,
                KeptDocument.of(kept.content()).sha256().equals(kept.sha256()));
    }
}
