package uk.opcc.inspectionresponse.publishing.document;

import java.util.Arrays;
import java.util.Optional;

/** The files that an office may have in the place of the built-in ones, but for the picture of its letterhead. */
enum TemplateFile {
    RESPONSE_STYLES("response.css"),
    LETTER_STYLES("letter.css"),
    RESPONSE("response.html"),
    LETTER("letter.html");

    private final String fileName;

    TemplateFile(String fileName) {
        this.fileName = fileName;
    }

    /** The file with this name, if it is one of them. */
    static Optional<TemplateFile> of(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }

    String fileName() {
        return fileName;
    }

    boolean isTemplate() {
        return this == RESPONSE || this == LETTER;
    }

    /** Whether the response itself is made of it too: it has the styles of the response, and the letter has both. */
    boolean isOfResponse() {
        return this == RESPONSE || this == RESPONSE_STYLES;
    }

    /** Whether the letter is made of it too. */
    boolean isOfLetter() {
        return this != RESPONSE;
    }
}
