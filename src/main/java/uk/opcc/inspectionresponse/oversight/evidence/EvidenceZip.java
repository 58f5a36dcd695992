package uk.opcc.inspectionresponse.oversight.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.MailFiles;
import uk.opcc.inspectionresponse.oversight.audit.AuditCsv;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Copy;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Recipient;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.StoredFile;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.StoredLetter;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Version;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedLetters;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.archive.RecordCopies;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * The evidence as one file. No name in it is made of what people typed; the same record gives the same bytes, as no
 * time of writing is in it. One document at a time is held in memory.
 */
@Component
class EvidenceZip {

    /** The earliest that a ZIP can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String SUMS = "SHA256SUMS";

    private final EvidenceTemplate template;
    private final ApprovedResponses approved;
    private final ApprovedLetters letters;
    private final RecordCopies copies;
    private final AuditCsv audit;
    private final MailFiles mailFiles;

    EvidenceZip(
            EvidenceTemplate template,
            ApprovedResponses approved,
            ApprovedLetters letters,
            RecordCopies copies,
            AuditCsv audit,
            MailFiles mailFiles) {
        this.template = template;
        this.approved = approved;
        this.letters = letters;
        this.copies = copies;
        this.audit = audit;
        this.mailFiles = mailFiles;
    }

    /**
     * Writes the ZIP; the stream stays open. What cannot be read ends it in the middle, so that nobody takes it for
     * whole.
     */
    void write(Evidence evidence, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        StringBuilder sums = new StringBuilder();
        add(zip, sums, "evidence.html", template.file(evidence));
        add(zip, sums, "pages.css", style());
        addAudits(zip, sums, evidence.audited());
        for (Version version : evidence.versions()) {
            addVersion(zip, sums, evidence.reference(), version);
        }
        for (Recipient recipient : evidence.recipients()) {
            for (Copy copy : recipient.mails()) {
                addMail(zip, sums, copy);
            }
        }
        put(zip, SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
        zip.flush();
    }

    private void addAudits(ZipOutputStream zip, StringBuilder sums, List<HistoricProcessInstance> audited)
            throws IOException {
        int correction = 0;
        int copy = 0;
        int change = 0;
        for (HistoricProcessInstance process : audited) {
            String name = switch (process.getProcessDefinitionKey()) {
                case DiagramIds.INSPECTION_RESPONSE -> "audit.csv";
                case DiagramIds.CHANGE_INSPECTION -> "audit-change-" + ++change + ".csv";
                case DiagramIds.SEND_COPY_AGAIN -> "audit-copy-sent-again-" + ++copy + ".csv";
                default -> "audit-correction-" + ++correction + ".csv";
            };
            add(zip, sums, name, audit.of(process));
        }
    }

    private void addVersion(ZipOutputStream zip, StringBuilder sums, String reference, Version version)
            throws IOException {
        String folder = "approved/version-" + version.number() + "/";
        for (StoredFile file : version.files()) {
            KeptDocument document = approved.find(reference, version.number(), file.format())
                    .orElseThrow(() -> new IOException("A format of " + reference + " is gone"));
            add(zip, sums, folder + "response." + file.format().extension(), document.content());
        }
        for (StoredLetter letter : version.letters()) {
            Format format = letter.file().format();
            KeptDocument document = letters.find(reference, version.number(), letter.recipient(), format)
                    .orElseThrow(() -> new IOException("A letter of " + reference + " is gone"));
            add(zip, sums, folder + "letter-to-" + letter.recipient() + "." + format.extension(), document.content());
        }
        Optional<KeptDocument> record = copies.find(reference, version.number(), Format.PDF);
        if (record.isPresent()) {
            add(zip, sums, folder + "record-copy.pdf", record.get().content());
        }
    }

    private void addMail(ZipOutputStream zip, StringBuilder sums, Copy copy) throws IOException {
        String name = "mails/" + copy.file();
        add(zip, sums, name + ".txt", MailAsText.of(copy).getBytes(StandardCharsets.UTF_8));
        if (MailFiles.wereWritten(copy.mail().reply())) {
            Optional<byte[]> file =
                    mailFiles.find(copy.mail().messageId(), copy.mail().requestedAt());
            if (file.isPresent()) {
                add(zip, sums, name + ".eml", file.get());
            }
        }
    }

    private static void add(ZipOutputStream zip, StringBuilder sums, String name, byte[] content) throws IOException {
        put(zip, name, content);
        sums.append(KeptDocument.of(content).sha256()).append("  ").append(name).append('\n');
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] style() throws IOException {
        try (InputStream file = new ClassPathResource("static/pages/pages.css").getInputStream()) {
            return file.readAllBytes();
        }
    }
}
