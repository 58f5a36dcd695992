package uk.opcc.inspectionresponse.casework.distribution;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * What the office writes with the response to each recipient, before a person changes it.
 *
 * @param letters by {@code home-office}, {@code hmicfrs}, {@code chief-constable} and {@code police-and-crime-panel}; of one
 *     that is left out everything is typed by hand
 */
@ConfigurationProperties("office.mail")
record Letters(@DefaultValue Map<String, Letter> letters) {

    /** As the form limits it. */
    private static final int LONGEST_SUBJECT = 250;

    private static final Letter NONE = new Letter("", "", "both");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** The letter to a recipient about an inspection. */
    Letter to(String recipient, VariableScope inspection, String reference, String office) {
        Map<String, String> values = new HashMap<>();
        values.put("reference", reference);
        values.put("office", office);
        ProcessVariables.TITLE.find(inspection).ifPresent(title -> values.put("title", title));
        ProcessVariables.INSPECTION_TYPE.find(inspection).ifPresent(type -> values.put("type", type));
        ProcessVariables.DATE_PUBLISHED.find(inspection).ifPresent(date -> values.put("published", shown(date)));
        ProcessVariables.APPROVED_ON.find(inspection).ifPresent(date -> values.put("approved", shown(date)));
        ProcessVariables.LAST_LAWFUL_DAY.find(inspection).ifPresent(date -> values.put("lastDay", shown(date)));
        Letter letter = letters.getOrDefault(recipient, NONE);
        String subject = filled(letter.subject, values).replaceAll("[\\s\\p{Cntrl}]+", " ");
        return new Letter(
                subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…",
                filled(letter.text, values),
                letter.attachments);
    }

    private static String shown(String date) {
        return LocalDate.parse(date).format(DATE);
    }

    /** What stands in braces and is not known stays as it is. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    /**
     * A template, or what has been made of it.
     *
     * @param subject may hold {@code {title}}, {@code {type}}, {@code {reference}}, {@code {published}}, {@code {approved}},
     *     {@code {lastDay}} and {@code {office}}
     * @param text as the subject
     * @param attachments {@code pdf}, {@code docx} or {@code both}
     */
    record Letter(
            String subject,
            @DefaultValue("") String text,
            @DefaultValue("both") String attachments) {}
}
