package uk.opcc.inspectionresponse.publishing.archive;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.publishing.document.Format;

/** What each recipient gets of an approved version: the letter where one is kept, else the response itself. */
@Component
public class Copies {

    private final ApprovedResponses approved;
    private final ApprovedLetters letters;
    private final RecipientSettings settings;

    Copies(ApprovedResponses approved, ApprovedLetters letters, RecipientSettings settings) {
        this.settings = settings;
        this.approved = approved;
        this.letters = letters;
    }

    /**
     * A copy in one of the formats.
     *
     * @param document byte for byte
     * @param isLetter whether it is a letter
     */
    public record Copy(KeptDocument document, boolean isLetter) {}

    /** The copy of a version that goes to whoever has this task; none where no such version was approved. */
    public Optional<Copy> find(String reference, int version, String task, Format format) {
        return letter(reference, version, task, format)
                .map(letter -> new Copy(letter, true))
                .or(() -> approved.find(reference, version, format).map(response -> new Copy(response, false)));
    }

    /**
     * The copy that was asked for at some time, by its SHA-256: what was to be sent then is sent, whatever is kept
     * beside it since.
     */
    public Optional<KeptDocument> find(String reference, int version, String task, Format format, String sha256) {
        return Stream.of(letter(reference, version, task, format), approved.find(reference, version, format))
                .flatMap(Optional::stream)
                .filter(kept -> kept.sha256().equals(sha256))
                .findFirst();
    }

    private Optional<KeptDocument> letter(String reference, int version, String task, Format format) {
        return settings.recipientOf(task).flatMap(recipient -> letters.find(reference, version, recipient, format));
    }
}
