package uk.opcc.inspectionresponse.oversight.evidence;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** What the page shows, on the screen and as a file beside its style: the same, but for the ways to other pages. */
@Component
class EvidenceTemplate {

    static final String NAME = "evidence";

    private final ISpringTemplateEngine templates;
    private final Office office;
    private final RecipientSettings settings;
    private final References references;

    EvidenceTemplate(
            ISpringTemplateEngine templates, Office office, RecipientSettings settings, References references) {
        this.references = references;
        this.templates = templates;
        this.office = office;
        this.settings = settings;
    }

    /**
     * The values that the template needs.
     *
     * @param asFile whether it lies in the ZIP
     * @param mayAudit whether who sees it may open the audit
     */
    Map<String, Object> values(Evidence evidence, boolean asFile, boolean mayAudit) {
        Map<String, Object> values = new HashMap<>();
        values.put("office", office.name());
        values.put("evidence", evidence);
        values.put("reference", references.shown(evidence.reference()));
        values.put("publicationLabel", settings.boxes().getOrDefault(Recipient.WEBSITE.task(), "Response published"));
        values.put("times", new Times());
        values.put(
                "length",
                evidence.period() == null
                        ? StatutoryPeriod.LENGTH
                        : evidence.period().length());
        values.put("asFile", asFile);
        values.put("mayAudit", mayAudit);
        return values;
    }

    byte[] file(Evidence evidence) {
        return templates
                .process(NAME, new Context(Locale.UK, values(evidence, true, false)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
