package uk.opcc.inspectionresponse.publishing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateProcessingException;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.TemplateFolder;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/**
 * The office's own templates, styles and letterhead, read and tried once, at the start. A file of which no good
 * document can be made is refused, with the place, and the built-in one serves in its stead: a response is due on a
 * day, whatever has become of a template.
 */
@Component
public class OfficeTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeTemplates.class);

    private static final int LARGEST_TEXT = 500_000;
    private static final int LARGEST_PICTURE = 1_000_000;

    /** The first that is there is taken. */
    private static final List<String> LETTERHEADS = List.of("letterhead.png", "letterhead.jpg", "letterhead.jpeg");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final TemplateCheck check;
    /** Of the start, and later of whoever renders a document. */
    private final List<RefusedFile> refused = new CopyOnWriteArrayList<>();

    private final Set<TemplateFile> failing = ConcurrentHashMap.newKeySet();
    private Templates inForce = Templates.builtIn();

    OfficeTemplates(TemplateFolder folder, Office office) {
        check = new TemplateCheck(office);
        folder.path().ifPresent(this::read);
    }

    /**
     * A file of the office that is not used.
     *
     * @param file its name
     * @param line from 1; 0 where the file has no lines
     * @param column as the line
     * @param reason in words
     */
    public record RefusedFile(String file, int line, int column, String reason) {

        /** Where it is wrong, and why. */
        public String inWords() {
            return file + (line == 0 ? "" : ", line " + line) + (column == 0 ? "" : ", column " + column) + ": "
                    + reason;
        }
    }

    /** The files of the office that are not used, as something is wrong with them. */
    public List<RefusedFile> refused() {
        return List.copyOf(refused);
    }

    /**
     * A template that was good for all samples fails for a response. It is said once: a busy day says the same again.
     */
    void failed(TemplateFile template, RuntimeException failure) {
        if (!failing.add(template)) {
            return;
        }
        RefusedFile file;
        if (failure instanceof TemplateProcessingException filling) {
            Place place = FailedFilling.placeIn(template, filling);
            file = new RefusedFile(template.fileName(), place.line(), place.column(), TemplateCheck.reason(filling));
        } else {
            file = new RefusedFile(template.fileName(), 0, 0, failure.getMessage());
        }
        refused.add(file);
        LOG.error(
                "A template of the office fails for a response, and the built-in one serves for it: {}. Correct the file and start the application again.",
                file.inWords());
    }

    /** What documents are made of. */
    Templates inForce() {
        return inForce;
    }

    private void read(Path folder) {
        Map<String, Path> files = filesIn(folder);
        Optional<String> letterhead =
                LETTERHEADS.stream().filter(files::containsKey).findFirst();
        List<String> used = new ArrayList<>();
        letterhead.ifPresent(name -> {
            if (taken(name, () -> {
                Picture picture = Picture.of(bytes(files.get(name), LARGEST_PICTURE));
                return templates -> templates.with(picture);
            })) {
                used.add(name);
            }
        });
        for (TemplateFile file : TemplateFile.values()) {
            Path path = files.get(file.fileName());
            if (path != null && taken(file, path)) {
                used.add(file.fileName());
            }
        }
        files.keySet().stream()
                .filter(name -> TemplateFile.of(name).isEmpty() && !letterhead.equals(Optional.of(name)))
                .forEach(name -> LOG.warn(
                        "In the folder of templates {} is not used: a folder has response.html, letter.html,"
                                + " response.css, letter.css, and letterhead.png or letterhead.jpg.",
                        name));
        LOG.info(
                "Templates of the office in {}: {}",
                folder,
                used.isEmpty() ? "none, so the built-in ones serve" : String.join(", ", used));
    }

    private static Map<String, Path> filesIn(Path folder) {
        // A folder that is put into a container is full of links; what they lead to is what the administrator wants.
        try (Stream<Path> entries = Files.list(folder)) {
            Map<String, Path> files = new TreeMap<>(Comparator.naturalOrder());
            entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .forEach(entry -> files.put(entry.getFileName().toString(), entry));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean taken(TemplateFile file, Path path) {
        return taken(file.fileName(), () -> {
            String text = text(bytes(path, LARGEST_TEXT));
            check.check(file, inForce.with(file, text));
            return templates -> templates.with(file, text);
        });
    }

    /** Something that is read and tried, and then becomes a part of the templates. */
    private interface Part {

        UnaryOperator<Templates> read();
    }

    private boolean taken(String name, Part part) {
        try {
            Templates candidate = part.read().apply(inForce);
            if (LETTERHEADS.contains(name)) {
                check.checkPicture(candidate);
            }
            inForce = candidate;
            return true;
        } catch (RuntimeException | StackOverflowError failed) {
            TemplateRefused e = failed instanceof TemplateRefused known
                    ? known
                    : new TemplateRefused("no document can be made with it: " + failed.getMessage());
            RefusedFile file = new RefusedFile(name, e.place().line(), e.place().column(), e.getMessage());
            refused.add(file);
            LOG.error(
                    "A template of the office is refused, and the built-in one serves: {}. Correct the file and start the application again.",
                    file.inWords());
            return false;
        }
    }

    private static byte[] bytes(Path file, int most) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new TemplateRefused("it is no file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = in.readNBytes(most + 1);
                if (content.length > most) {
                    throw new TemplateRefused("it is larger than " + most / 1000 + " KB");
                }
                return content;
            }
        } catch (IOException e) {
            throw new TemplateRefused("the application cannot read it");
        }
    }

    private static String text(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
            throw new TemplateRefused(
                    new Place(line, read.length() - read.lastIndexOf('\n')),
                    "a character is not in UTF-8: save the file in this encoding");
        }
        String whole = read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read;
        return whole.replace("\r\n", "\n");
    }
}
