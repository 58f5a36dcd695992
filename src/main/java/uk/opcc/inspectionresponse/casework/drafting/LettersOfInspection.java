package uk.opcc.inspectionresponse.casework.drafting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings.Layout;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.document.Letter;

/** To whom the response of an inspection goes as a letter, as the office has set it now. */
@Component
public class LettersOfInspection {

    private final RecipientSettings settings;
    private final References references;

    LettersOfInspection(RecipientSettings settings, References references) {
        this.settings = settings;
        this.references = references;
    }

    /** The letter to each who gets one, in the order of the boxes For Office Use Only. */
    public Map<Recipient, Letter> of(String reference) {
        Map<Recipient, Letter> letters = new LinkedHashMap<>();
        Arrays.stream(Recipient.values())
                .filter(recipient -> settings.of(recipient).layout() == Layout.LETTER)
                .forEach(recipient -> letters.put(recipient, letter(settings.of(recipient), reference)));
        return letters;
    }

    private Letter letter(RecipientSettings.Settings to, String reference) {
        return new Letter(references.shown(reference), to.addressedTo(), to.salutation(), to.closing());
    }
}
