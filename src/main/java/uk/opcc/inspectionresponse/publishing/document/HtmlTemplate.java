package uk.opcc.inspectionresponse.publishing.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import uk.opcc.inspectionresponse.platform.office.Office;

/**
 * Fills the templates: {@code templates/response.html} for the response, {@code templates/office-use.html} for its
 * boxes.
 */
final class HtmlTemplate {

    /** Accession of King Charles III: from the day after it the inspectorate is His Majesty's. */
    private static final LocalDate ACCESSION = LocalDate.of(2022, 9, 8);

    private static final String END_OF_DOCUMENT = "</main>";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final Office office;

    HtmlTemplate(Office office) {
        this.office = office;
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
    }

    String response(Response response) {
        return fill(
                "response",
                Map.of(
                        "office", office,
                        "heading", heading(response.published()),
                        "response", TypedResponse.of(response)));
    }

    /** The document with the page For Office Use Only as its last; nothing else of it changes. */
    String withOfficeUse(String document, List<OfficeUse> boxes) {
        String page =
                fill("office-use", Map.of("boxes", boxes.stream().map(Box::of).toList()));
        int end = document.lastIndexOf(END_OF_DOCUMENT);
        return document.substring(0, end) + page + document.substring(end);
    }

    private String heading(LocalDate published) {
        return office.document().heading().replace("{sovereign}", published.isAfter(ACCESSION) ? "His" : "Her");
    }

    private String fill(String template, Map<String, Object> values) {
        return templates.process(template, new Context(Locale.UK, values));
    }

    /** The response with its texts told apart into paragraphs, lists and links. */
    record TypedResponse(
            String title,
            FieldDate published,
            String inspectionType,
            TypedText keyFindings,
            TypedText chiefConstable,
            TypedText localPolicingBody,
            List<TypedAnswer> recommendations) {

        static TypedResponse of(Response response) {
            return new TypedResponse(
                    TypedText.inOneLine(response.title()),
                    new FieldDate(response.published()),
                    TypedText.inOneLine(response.inspectionType()),
                    TypedText.of(response.keyFindings()),
                    TypedText.of(response.chiefConstable()),
                    TypedText.of(response.localPolicingBody()),
                    AnsweredItems.of(response.recommendations()).stream()
                            .map(TypedAnswer::of)
                            .toList());
        }
    }

    record TypedAnswer(TypedItem cause, List<TypedItem> items, boolean action, TypedText explanation) {

        static TypedAnswer of(AnsweredItems group) {
            return new TypedAnswer(
                    group.cause() == null
                            ? null
                            : new TypedItem(
                                    group.cause().label(),
                                    TypedText.of(group.cause().text())),
                    group.items().stream()
                            .map(item -> new TypedItem(item.label(), TypedText.of(item.recommendation())))
                            .toList(),
                    group.answer().action(),
                    TypedText.of(group.answer().explanation()));
        }
    }

    record TypedItem(String label, TypedText text) {}

    record Box(String label, FieldDate doneOn) {

        static Box of(OfficeUse use) {
            return new Box(use.label(), use.doneOn() == null ? null : new FieldDate(use.doneOn()));
        }
    }
}
