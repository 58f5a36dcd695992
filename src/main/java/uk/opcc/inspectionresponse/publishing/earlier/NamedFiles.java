package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.unit.DataSize;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * The files of a bundle as the lines of its CSV file name them: each is looked at once, and one is in memory at a time.
 */
final class NamedFiles {

    private static final int LONGEST_NAME = 200;
    private static final int LARGEST = 25 * 1024 * 1024;
    private static final String TELL_APART = "Name each file differently.";

    private final Map<String, List<BundledFile>> byName = new HashMap<>();
    private final Map<String, Checked> checked = new HashMap<>();
    private final Set<String> stored = new HashSet<>();
    private final Bundle bundle;
    private final DataSize mostUnpacked;
    private final Store store;
    private long unpacked;

    /**
     * @param mostUnpacked of all files together
     * @param store keeps a file until it is in the register
     */
    NamedFiles(Bundle bundle, DataSize mostUnpacked, Store store) {
        this.bundle = bundle;
        this.mostUnpacked = mostUnpacked;
        this.store = store;
        for (BundledFile file : bundle.files()) {
            byName.computeIfAbsent(BundledFile.folded(file.name()), name -> new ArrayList<>())
                    .add(file);
        }
    }

    /**
     * Looks at a file.
     *
     * @param named by a line
     * @param keep whether it will be imported, as far as is known
     */
    Checked check(String named, boolean keep) {
        String name = BundledFile.folded(named);
        Checked known = checked.get(name);
        if (known == null || keep && known.problem() == null && !stored.contains(name)) {
            known = look(named, name, keep, known == null);
            checked.put(name, known);
        }
        return known;
    }

    /** The names of the files that no line names. */
    List<String> unnamed() {
        return byName.entrySet().stream()
                .filter(entry -> !checked.containsKey(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(file -> !file.isCsv())
                .map(BundledFile::name)
                .sorted()
                .toList();
    }

    private Checked look(String named, String name, boolean keep, boolean first) {
        List<BundledFile> files = byName.getOrDefault(name, List.of());
        Optional<Format> format = DocumentFile.formatOf(name);
        if (files.isEmpty()) {
            return problem("there is no file \u201C" + named + "\u201D in " + bundle.called()
                    + ". Add it, or correct its name.");
        }
        if (files.size() > 1) {
            return problem("there are " + files.size() + " files \u201C" + named + "\u201D. " + TELL_APART);
        }
        // As it is stored: a Mac writes an accent as a character of its own.
        if (files.get(0).name().length() > LONGEST_NAME) {
            return problem("the name of \u201C" + named + "\u201D has more than 200 characters. Shorten it.");
        }
        if (format.isEmpty()) {
            return problem("\u201C" + named + "\u201D is neither a PDF nor a Word document (.docx). Save it as PDF.");
        }
        byte[] content;
        try {
            content = files.get(0).read(LARGEST);
        } catch (IOException | IllegalArgumentException e) {
            return problem("\u201C" + named + "\u201D cannot be read. It is damaged, or protected by a password.");
        }
        if (first) {
            count(content.length);
        }
        if (content.length > LARGEST) {
            return problem("\u201C" + named + "\u201D has more than 25 MB. Make it smaller.");
        }
        if (content.length == 0) {
            return problem("\u201C" + named + "\u201D is empty. Put the right file in its place.");
        }
        if (!DocumentFile.is(format.get(), content)) {
            return problem("\u201C" + named + "\u201D is not "
                    + (format.get() == Format.PDF ? "a PDF" : "a Word document (.docx)")
                    + ", whatever its name says. Open it and save it anew.");
        }
        KeptDocument document = KeptDocument.of(content);
        if (keep) {
            store.keep(files.get(0).name(), format.get(), document);
            stored.add(name);
        }
        return new Checked(files.get(0).name(), document.sha256(), null);
    }

    private void count(int size) {
        unpacked += size;
        if (unpacked > mostUnpacked.toBytes()) {
            throw Refused.size("File: the files that the CSV file names have more than " + mostUnpacked.toMegabytes()
                    + " MB, unpacked. Import them in several parts.");
        }
    }

    private static Checked problem(String words) {
        return new Checked(null, null, "Files: " + words);
    }

    /** Keeps a file until it is in the register. */
    interface Store {

        void keep(String name, Format format, KeptDocument document);
    }

    /**
     * A file that was looked at.
     *
     * @param name as it is called; null where something is wrong
     * @param problem what is wrong, as a sentence; null where nothing is
     */
    record Checked(String name, String sha256, String problem) {}
}
