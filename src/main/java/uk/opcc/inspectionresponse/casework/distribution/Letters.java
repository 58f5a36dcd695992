package uk.opcc.inspectionresponse.casework.distribution;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings.Letter;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.TypeRules;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** What the office writes with the response to each recipient, before a person changes it. */
@Component
class Letters {

    /** As the form limits it. */
    private static final int LONGEST_SUBJECT = 250;

    private static final String SECTION_55 = "This copy is sent under section 55(6) of the Police Act 1996.";

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Office office;
    private final RecipientSettings settings;
    private final References references;

    Letters(Office office, RecipientSettings settings, References references) {
        this.references = references;
        this.office = office;
        this.settings = settings;
    }

    /** The letter to a recipient about an inspection, with its places filled in. */
    Letter to(Recipient recipient, VariableScope inspection, String reference) {
        Map<String, String> values = new HashMap<>();
        values.put("reference", references.shown(reference));
        values.put("office", office.name());
        ProcessVariables.TITLE.find(inspection).ifPresent(title -> values.put("title", PrintedText.inOneLine(title)));
        ProcessVariables.INSPECTION_TYPE.find(inspection).ifPresent(type -> values.put("type", type));
        ProcessVariables.DATE_PUBLISHED.find(inspection).ifPresent(date -> {
            values.put("published", WrittenDate.of(date));
            values.put(
                    "lastDay",
                    WrittenDate.of(ProcessVariables.LAST_LAWFUL_DAY
                            .find(inspection)
                            .orElseGet(() -> new StatutoryPeriod(date).lastLawfulDay())));
        });
        values.put(
                "law",
                ProcessVariables.TYPE_RULES
                        .find(inspection)
                        .map(TypeRules::letterSentence)
                        .filter(sentence -> !sentence.isBlank())
                        .orElse(SECTION_55));
        ProcessVariables.APPROVED_ON.find(inspection).ifPresent(date -> values.put("approved", WrittenDate.of(date)));
        Letter letter = settings.of(recipient).letter();
        String subject = filled(letter.subject(), values).replaceAll("[\\s\\p{Cntrl}]+", " ");
        return new Letter(
                Shortened.within(LONGEST_SUBJECT, subject), filled(letter.text(), values), letter.attachments());
    }

    /** What stands in braces and is not known stays as it is. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
