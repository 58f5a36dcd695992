package uk.opcc.inspectionresponse.platform.office;

import java.util.List;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office that works with this application, from the configuration: another office, or a mayor's after May 2028,
 * changes no code.
 *
 * @param name as the header of every screen shows it
 * @param document the wording of the response that differs from office to office
 * @param letterhead what stands above its letters
 */
public record Office(String name, Document document, Letterhead letterhead) {

    @ConstructorBinding
    public Office {
        letterhead = letterhead == null ? new Letterhead(List.of(), "") : letterhead;
    }

    /** An office of whose letters nothing is known but whom they are from. */
    public Office(String name, Document document) {
        this(name, document, null);
    }

    /**
     * The same, if every letter says what it is about.
     *
     * @throws SettingRefused if it does not: its heading and its title would be empty
     */
    Office checked() {
        String subject = document.letterSubject;
        if (subject == null || subject.isBlank()) {
            throw new SettingRefused(
                    "office.document.letter-subject is empty.",
                    "Give one, such as \"Response to {title}\", or take the setting out.");
        }
        return this;
    }

    /**
     * What stands above a letter. The picture, if there is one, is a file in the folder of templates.
     *
     * @param lines the address, and how the office is reached
     * @param alternativeText what a screen reader says in the place of the picture; empty: the office's name
     */
    public record Letterhead(
            @DefaultValue List<String> lines,
            @DefaultValue("") String alternativeText) {

        public Letterhead {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The wording of the response, and its size.
     *
     * @param largestResponse how many pages it may have, as estimated from the texts
     * @param heading of the document; {@code {sovereign}} becomes His or Her, as the inspectorate was called when the
     *     report was published
     * @param statute the sentence about section 55 of the Police Act 1996
     * @param chiefConstableHeading above the chief officer's comments
     * @param noComments in the place of comments where the chief officer submitted none
     * @param bodyHeading above the response of the local policing body
     * @param commentOnItemHeading above the chief officer's comment on one recommendation
     * @param letterSubject what a letter with the response is about; {@code {title}} becomes the title of the report.
     *     Where another law asks for the response, the subject is Response to “{title}”
     */
    public record Document(
            int largestResponse,
            String heading,
            String statute,
            String chiefConstableHeading,
            String noComments,
            String bodyHeading,
            String commentOnItemHeading,
            @DefaultValue("Response to “{title}”") String letterSubject) {}
}
