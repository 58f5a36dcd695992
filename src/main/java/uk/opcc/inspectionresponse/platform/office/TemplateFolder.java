package uk.opcc.inspectionresponse.platform.office;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder with the office's own templates of the documents.
 *
 * @param path none where the office uses the built-in ones
 */
public record TemplateFolder(Optional<Path> path) {

    /** Of an office that uses the built-in templates. */
    public static final TemplateFolder NONE = new TemplateFolder(Optional.empty());

    /**
     * The folder of the settings.
     *
     * @throws SettingRefused if it cannot be read: letters without the office's letterhead would go out, and nobody
     *     would notice before the addressee does
     */
    static TemplateFolder in(OfficeProperties settings) {
        String typed = settings.templates().strip();
        if (typed.isEmpty()) {
            return NONE;
        }
        try {
            Path folder = Path.of(typed);
            if (!Files.isDirectory(folder)) {
                throw unusable(typed, Files.exists(folder) ? "it is no folder" : "there is no such folder");
            }
            if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
                throw unusable(typed, "the application may not read this folder");
            }
            return new TemplateFolder(Optional.of(folder));
        } catch (InvalidPathException e) {
            throw unusable(typed, "this is no path of a folder");
        }
    }

    private static SettingRefused unusable(String folder, String why) {
        return new SettingRefused(
                "office.templates is " + folder + ", but " + why + ".",
                "Name the folder with the office's own templates, or take the setting out.");
    }
}
