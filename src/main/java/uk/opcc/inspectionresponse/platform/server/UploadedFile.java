package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;

/**
 * A file that somebody has sent with a form, on the disk for as long as it is looked at. The server takes no files
 * itself, as it would read them before it is known who sends them.
 *
 * @param file only its owner may read it
 * @param name as it is called where it comes from; not to be used as a path
 */
public record UploadedFile(Path file, String name) implements AutoCloseable {

    /** For what stands around the file in the body. */
    private static final long OF_THE_FORM = 64 * 1024;

    private static final int BUFFER = 64 * 1024;

    /** Of a sender who is slower a thread would wait for hours. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);

    /**
     * Writes the file in a field of the form to the disk.
     *
     * @param largest of the files, the size that is still taken
     * @throws RequestRefused if there is none, or a larger one
     */
    public static UploadedFile receive(HttpServletRequest request, String field, DataSize largest) {
        if (request.getContentLengthLong() > largest.toBytes() + OF_THE_FORM) {
            throw tooLarge(field, largest);
        }
        try {
            FileUpload upload = new FileUpload();
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            // Also of a body that does not say beforehand how long it is, and of what is read to its end unused.
            upload.setSizeMax(largest.toBytes() + OF_THE_FORM);
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField() && part.getFieldName().equals(field)) {
                    return write(part, field, largest);
                }
            }
        } catch (SizeLimitExceededException e) {
            throw tooLarge(field, largest);
        } catch (FileUploadIOException e) {
            throw e.getCause() instanceof SizeLimitExceededException ? tooLarge(field, largest) : brokenOff(field);
        } catch (InvalidFileNameException e) {
            throw refused(HttpServletResponse.SC_BAD_REQUEST, "File: give it another name, and send it again.", field);
        } catch (IOException broken) {
            LOG.info("A file that was sent could not be received", broken);
            throw brokenOff(field);
        }
        throw nothing(field);
    }

    private static UploadedFile write(FileItemStream part, String field, DataSize largest) throws IOException {
        String name = part.getName() == null ? "" : part.getName().replaceAll(".*[/\\\\]", "");
        Path file = Files.createTempFile("upload", ".tmp");
        UploadedFile uploaded = new UploadedFile(file, name);
        try (InputStream from = part.openStream();
                OutputStream to = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            long last = System.nanoTime() + LONGEST.toNanos();
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                size += count;
                if (size > largest.toBytes()) {
                    throw tooLarge(field, largest);
                }
                if (System.nanoTime() - last > 0) {
                    throw refused(
                            HttpServletResponse.SC_REQUEST_TIMEOUT,
                            "File: it took longer than " + LONGEST.toMinutes()
                                    + " minutes to arrive. Send it in several parts.",
                            field);
                }
                to.write(buffer, 0, count);
            }
            if (size == 0) {
                throw nothing(field);
            }
            return uploaded;
        } catch (IOException | RuntimeException e) {
            uploaded.close();
            throw e;
        }
    }

    /** Takes it away. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestRefused brokenOff(String field) {
        return refused(HttpServletResponse.SC_BAD_REQUEST, "File: it did not arrive whole. Send it again.", field);
    }

    private static RequestRefused nothing(String field) {
        return refused(HttpServletResponse.SC_BAD_REQUEST, "File: choose one that is not empty.", field);
    }

    private static RequestRefused tooLarge(String field, DataSize largest) {
        return refused(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "File: it must have at most " + largest.toMegabytes() + " MB. Send it in several parts.",
                field);
    }

    private static RequestRefused refused(int status, String message, String field) {
        return new RequestRefused(Problem.ofInput(status, message, field));
    }
}
