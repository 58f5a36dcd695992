package uk.opcc.inspectionresponse.oversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What an auditor gets out of a ZIP and out of a mail. */
final class Unpacked {

    private Unpacked() {}

    /** The files of the ZIP but SHA256SUMS, which must be those of all of them, each in it once. */
    static Map<String, byte[]> of(byte[] evidence) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(evidence))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        StringBuilder sums = new StringBuilder();
        byte[] recorded = files.remove("SHA256SUMS");
        files.forEach((name, content) ->
                sums.append(sha256(content)).append("  ").append(name).append('\n'));
        assertThat(new String(recorded, StandardCharsets.UTF_8)).isEqualTo(sums.toString());
        return files;
    }

    /** The files that go with a mail, by the ending of their names. */
    static Map<String, byte[]> attachments(byte[] mail) throws IOException, MessagingException {
        MimeMultipart parts = (MimeMultipart)
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)).getContent();
        Map<String, byte[]> attachments = new LinkedHashMap<>();
        for (int index = 1; index < parts.getCount(); index++) {
            BodyPart file = parts.getBodyPart(index);
            attachments.put(
                    file.getFileName().substring(file.getFileName().lastIndexOf('.') + 1),
                    file.getInputStream().readAllBytes());
        }
        assertThat(attachments).containsOnlyKeys("pdf", "docx");
        return attachments;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
