package uk.opcc.inspectionresponse.publishing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What documents are made of: the templates and the styles, by the names of their files, and the picture of the
 * letterhead. They are read once, so that no document is made of one half of a change.
 *
 * @param files their texts
 * @param letterhead none where the letters have the office's name in the place of a picture
 */
record Templates(Map<String, String> files, Optional<Picture> letterhead) {

    /** What both layouts use, and the page For Office Use Only: no office has its own. */
    private static final String[] SHARED = {"blocks.html", "office-use.html"};

    Templates {
        files = Map.copyOf(files);
    }

    /** Those in the application. */
    static Templates builtIn() {
        Map<String, String> files = new HashMap<>();
        for (TemplateFile file : TemplateFile.values()) {
            files.put(file.fileName(), builtIn(file.fileName()));
        }
        for (String name : SHARED) {
            files.put(name, builtIn(name));
        }
        return new Templates(files, Optional.empty());
    }

    private static String builtIn(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, with another text of a file. */
    Templates with(TemplateFile file, String text) {
        Map<String, String> changed = new HashMap<>(files);
        changed.put(file.fileName(), text);
        return new Templates(changed, letterhead);
    }

    /** The same styles and letterhead, in the built-in layouts. */
    Templates withBuiltInTemplates() {
        return with(TemplateFile.RESPONSE, builtIn(TemplateFile.RESPONSE.fileName()))
                .with(TemplateFile.LETTER, builtIn(TemplateFile.LETTER.fileName()));
    }

    /** The same, with a picture above the letters. */
    Templates with(Picture picture) {
        return new Templates(files, Optional.of(picture));
    }

    /** The template with a name, as templates name each other: without the ending of the file. */
    Optional<String> template(String name) {
        return Optional.ofNullable(files.get(name + ".html"));
    }

    String text(TemplateFile file) {
        return files.get(file.fileName());
    }
}
