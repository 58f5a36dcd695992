package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.HowSent;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMails;
import uk.opcc.inspectionresponse.oversight.audit.MailWords;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Attached;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.ByHand;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Copy;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Event;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.StoredLetter;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Version;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;

/**
 * Who was sent a copy of a response, from the mails that are kept for good and from what people recorded in the
 * process.
 */
@Component
class CollectRecipients {

    private final ResponseMails mails;
    private final ApprovedResponses approved;
    private final RecipientSettings settings;
    private final Names names;

    CollectRecipients(ResponseMails mails, ApprovedResponses approved, RecipientSettings settings, Names names) {
        this.mails = mails;
        this.approved = approved;
        this.settings = settings;
        this.names = names;
    }

    /** Whether a mail was ever asked for. */
    boolean areThere(String reference) {
        return !mails.of(reference).isEmpty();
    }

    /**
     * The recipients, in the order of the boxes For Office Use Only.
     *
     * @param variables of the process; empty where its history is gone
     * @param sentAgain the variables of each process that sent a copy again, the first one first
     */
    List<Evidence.Recipient> of(
            String reference, VariableMap variables, List<VariableMap> sentAgain, List<Version> versions) {
        Map<String, List<Copy>> copies = copies(reference, versions);
        Map<String, String> labels = new LinkedHashMap<>(settings.boxes());
        Arrays.stream(Recipient.values()).map(Recipient::task).forEach(task -> labels.putIfAbsent(task, task));
        copies.keySet().forEach(box -> labels.putIfAbsent(box, box));
        labels.remove(Recipient.WEBSITE.task());
        Map<String, LocalDate> ticks = ticks(reference, versions);
        return labels.entrySet().stream()
                .map(box -> recipient(
                        box.getKey(),
                        box.getValue(),
                        copies.getOrDefault(box.getKey(), List.of()),
                        Recipient.ofTask(box.getKey()).flatMap(to -> recorded(to, variables, sentAgain)),
                        ticks.get(box.getKey())))
                .toList();
    }

    /** What was recorded last. */
    private static Optional<Distribution> recorded(Recipient to, VariableMap variables, List<VariableMap> sentAgain) {
        return sentAgain.stream()
                .filter(again -> ProcessVariables.COPY
                        .find(again)
                        .filter(to.key()::equals)
                        .isPresent())
                .map(ProcessVariables.COPY_DISTRIBUTION::find)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later)
                .or(() -> to.distribution().find(variables));
    }

    private Evidence.Recipient recipient(
            String box, String label, List<Copy> mails, Optional<Distribution> recorded, LocalDate doneOn) {
        Optional<ByHand> byHand = recorded.filter(
                        copy -> copy.howSent() == null || copy.howSent().equals(HowSent.IN_ANOTHER_WAY.word()))
                .filter(copy -> copy.recordedBy() != null)
                .map(copy -> new ByHand(
                        filled(copy.address()),
                        filled(copy.note()),
                        names.of(copy.recordedBy()),
                        instant(copy.recordedAt()),
                        copy.day().orElse(null)));
        ResponseMail last = mails.isEmpty() ? null : mails.get(mails.size() - 1).mail();
        return new Evidence.Recipient(
                box,
                label,
                outcome(last, byHand.isPresent(), doneOn),
                doneOn,
                mails,
                byHand.orElse(null),
                byHand.isPresent()
                        ? null
                        : recorded.map(copy -> filled(copy.note())).orElse(null));
    }

    private static String outcome(ResponseMail last, boolean byHand, LocalDate doneOn) {
        if (byHand && doneOn == null) {
            return "Sent in another way, and recorded as returned or not arrived";
        }
        if (byHand) {
            return "Sent in another way, as a person recorded";
        }
        if (last != null) {
            return MailWords.state(last);
        }
        return doneOn == null
                ? "No copy that was sent is recorded"
                : "Ticked as done; how it was sent is no longer recorded";
    }

    private Map<String, List<Copy>> copies(String reference, List<Version> versions) {
        Map<String, List<ResponseMail.Event>> events =
                mails.events(reference).stream().collect(Collectors.groupingBy(ResponseMail.Event::messageId));
        Map<String, List<Copy>> copies = new LinkedHashMap<>();
        int number = 0;
        for (ResponseMail mail : mails.of(reference)) {
            number++;
            copies.computeIfAbsent(mail.task(), box -> new ArrayList<>())
                    .add(new Copy(
                            mail,
                            String.format(Locale.ROOT, "%02d-", number)
                                    + mail.task().replaceAll("[^A-Za-z0-9-]+", "-"),
                            names.of(mail.requestedBy()),
                            MailWords.state(mail),
                            mail.attachments().stream()
                                    .map(attachment -> attached(mail, attachment, versions))
                                    .toList(),
                            events.getOrDefault(mail.messageId(), List.of()).stream()
                                    .map(event -> new Event(
                                            event.at(),
                                            event.by().isEmpty() ? "the application" : names.of(event.by()),
                                            MailWords.event(event),
                                            event.detail()))
                                    .toList()));
        }
        return copies;
    }

    private static Attached attached(ResponseMail mail, ResponseMail.Attachment attachment, List<Version> versions) {
        boolean equal = versions.stream()
                .filter(version -> version.number() == mail.version())
                .flatMap(version -> Stream.concat(
                        version.files().stream(),
                        version.letters().stream()
                                .filter(letter -> letter.task().equals(mail.task()))
                                .map(StoredLetter::file)))
                .filter(file -> file.format() == attachment.format())
                .anyMatch(file -> file.intact() && file.sha256().equals(attachment.sha256()));
        return new Attached(attachment.fileName(), attachment.sha256(), mail.version(), attachment.format(), equal);
    }

    /** When each box was ticked first, in whichever version. */
    private Map<String, LocalDate> ticks(String reference, List<Version> versions) {
        Map<String, LocalDate> ticks = new LinkedHashMap<>();
        versions.forEach(version -> approved.ticks(reference, version.number()).forEach(ticks::putIfAbsent));
        return ticks;
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static Instant instant(String timestamp) {
        return timestamp == null ? null : OffsetDateTime.parse(timestamp).toInstant();
    }
}
