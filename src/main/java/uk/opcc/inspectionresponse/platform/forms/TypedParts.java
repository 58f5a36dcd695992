package uk.opcc.inspectionresponse.platform.forms;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.opcc.inspectionresponse.statutory.SentDate;

/**
 * What is typed into the fields that a form has for each element of a list.
 *
 * @param typed by the part and the element's number: {@code text4}
 */
public record TypedParts(Map<String, String> typed) {

    /** The text of a part; nothing where it was left empty. */
    public Optional<String> text(String part, int number) {
        return Optional.ofNullable(typed.get(part + number)).filter(text -> !text.isBlank());
    }

    /** The day of a part; nothing where it was left empty, or what is being typed is no date yet. */
    public Optional<LocalDate> day(String part, int number) {
        return text(part, number).flatMap(SentDate::read);
    }
}
