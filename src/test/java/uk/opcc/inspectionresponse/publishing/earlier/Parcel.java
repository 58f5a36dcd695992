package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file that an office sends, with what it has in it. */
final class Parcel {

    static final String HEADER = "Title,Report published,Type,Response published,Link,Files,Reference\n";

    static final byte[] WORD = zip(Map.of("word/document.xml", "<w:document/>".getBytes(StandardCharsets.UTF_8)));

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder lines = new StringBuilder(HEADER);

    /** With a line of the CSV file, without its line end. */
    Parcel line(String line) {
        lines.append(line).append('\n');
        return this;
    }

    /** With any file. */
    Parcel file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** With a PDF that says this. */
    Parcel pdf(String name, String says) {
        return file(name, pdf(says));
    }

    /** The file with the lines that were given. */
    byte[] packed() {
        return packed("responses.csv", lines.toString(), StandardCharsets.UTF_8);
    }

    /** The file with another CSV. */
    byte[] packed(String name, String csv, Charset charset) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(name, csv.getBytes(charset));
        return zip(all);
    }

    static byte[] pdf(String says) {
        return ("%PDF-1.4\n" + says + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
