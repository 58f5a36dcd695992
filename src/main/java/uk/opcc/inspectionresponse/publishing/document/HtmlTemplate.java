package uk.opcc.inspectionresponse.publishing.document;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import uk.opcc.inspectionresponse.platform.office.Office;

/**
 * Fills the templates: {@code response.html} and {@code letter.html} for the two layouts of a response,
 * {@code office-use.html} for its boxes.
 */
final class HtmlTemplate {

    /** Accession of King Charles III: from the day after it the inspectorate is His Majesty's. */
    private static final LocalDate ACCESSION = LocalDate.of(2022, 9, 8);

    private static final String BEGIN_OF_DOCUMENT = "<main";

    static final String END_OF_DOCUMENT = "</main>";

    /** Of a super-complaint, for one. */
    private static final String SUBJECT_UNDER_OTHER_LAW = "Response to “{title}”";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final Office office;
    private final String styles;
    private final String stylesOfLetter;
    private final Letterhead letterhead;

    HtmlTemplate(Office office, Templates files) {
        this.office = office;
        this.styles = files.text(TemplateFile.RESPONSE_STYLES);
        this.stylesOfLetter = styles + files.text(TemplateFile.LETTER_STYLES);
        this.letterhead = Letterhead.of(office, files);
        templates.setTemplateResolver(new ResolveTemplates(files));
    }

    String response(Response response) {
        return fill("response", values(response, styles));
    }

    String letter(Response response, Letter letter) {
        Map<String, Object> values = values(response, stylesOfLetter);
        values.put("letter", letter);
        return fill("letter", values);
    }

    private Map<String, Object> values(Response response, String styles) {
        Optional<String> otherLaw = Optional.ofNullable(response.statute()).filter(law -> !law.isBlank());
        Map<String, Object> values = new HashMap<>();
        values.put("office", office);
        values.put("letterhead", letterhead);
        values.put("styles", styles);
        values.put("heading", heading(response.published()));
        values.put("statute", otherLaw.orElse(office.document().statute()));
        values.put(
                "subject",
                (otherLaw.isPresent()
                                ? SUBJECT_UNDER_OTHER_LAW
                                : office.document().letterSubject())
                        .replace("{title}", TypedText.inOneLine(response.title())));
        values.put("response", TypedResponse.of(response));
        return values;
    }

    /** The document with the page For Office Use Only as its last; nothing else of it changes. */
    String withOfficeUse(String document, List<OfficeUse> boxes) {
        int end = document.lastIndexOf(END_OF_DOCUMENT);
        return document.substring(0, end) + officeUse(boxes) + document.substring(end);
    }

    /** The page For Office Use Only alone, in the document's own style. */
    String officeUseOf(String document, List<OfficeUse> boxes) {
        int begin = document.indexOf('>', document.indexOf(BEGIN_OF_DOCUMENT)) + 1;
        return document.substring(0, begin)
                + officeUse(boxes)
                + document.substring(document.lastIndexOf(END_OF_DOCUMENT));
    }

    private String officeUse(List<OfficeUse> boxes) {
        return fill("office-use", Map.of("boxes", boxes.stream().map(Box::of).toList()));
    }

    private String heading(LocalDate published) {
        return office.document().heading().replace("{sovereign}", published.isAfter(ACCESSION) ? "His" : "Her");
    }

    private String fill(String template, Map<String, Object> values) {
        return templates.process(template, new Context(Locale.UK, values));
    }

    /** Gives the templates, and nothing else of the application. */
    private static final class ResolveTemplates extends AbstractConfigurableTemplateResolver {

        private final Templates files;

        private ResolveTemplates(Templates files) {
            this.files = files;
            setTemplateMode(TemplateMode.HTML);
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String template,
                String resourceName,
                String characterEncoding,
                Map<String, Object> attributes) {
            return files.template(template).map(StringTemplateResource::new).orElse(null);
        }
    }

    /**
     * What stands above a letter.
     *
     * @param picture null where there is none
     */
    record Letterhead(Picture picture, String alternativeText, List<String> lines) {

        static Letterhead of(Office office, Templates files) {
            String words = office.letterhead().alternativeText();
            return new Letterhead(
                    files.letterhead().orElse(null),
                    words.isBlank() ? office.name() : words.strip(),
                    office.letterhead().lines());
        }
    }

    /** The response with its texts told apart into paragraphs, lists and links. */
    record TypedResponse(
            String title,
            FieldDate published,
            String inspectionType,
            TypedText keyFindings,
            TypedText chiefConstable,
            TypedText localPolicingBody,
            List<TypedAnswer> recommendations,
            TypedSignature signature) {

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
                            .toList(),
                    TypedSignature.of(response.signature()));
        }
    }

    /**
     * The answer to items that share it.
     *
     * @param level of the heading above the answer
     * @param explanation null where nobody has written one yet
     */
    record TypedAnswer(List<TypedItem> items, int level, boolean action, TypedText explanation, List<String> facts) {

        static TypedAnswer of(AnsweredItems group) {
            AnsweredItems.Item last = group.items().get(group.items().size() - 1);
            return new TypedAnswer(
                    group.items().stream()
                            .flatMap(item -> Stream.concat(
                                    Stream.ofNullable(item.cause()).map(cause -> TypedItem.of(cause, item.isFirst())),
                                    Stream.of(TypedItem.of(item))))
                            .toList(),
                    TypedItem.levelOf(last) + 1,
                    group.answer().action(),
                    group.answer().explanation() == null
                            ? null
                            : TypedText.of(group.answer().explanation()),
                    group.answer().facts());
        }
    }

    /**
     * An item or a cause of concern, and the chief officer's comment on it.
     *
     * @param level of its heading: that of a recommendation is below that of its cause
     * @param comment null where there is none
     */
    record TypedItem(String label, int level, TypedText text, TypedText comment, List<String> facts) {

        private static final int BELOW_SECTION = 3;
        private static final int BELOW_CAUSE = 4;

        static int levelOf(AnsweredItems.Item item) {
            return item.belongsToCause() ? BELOW_CAUSE : BELOW_SECTION;
        }

        static TypedItem of(AnsweredItems.Item item) {
            return of(
                    item.answer().label(),
                    levelOf(item),
                    item.answer().recommendation(),
                    item.answer().comment());
        }

        /** Where it was printed before, only its label is. */
        static TypedItem of(Response.Cause cause, boolean isFirst) {
            return of(cause.label(), BELOW_SECTION, isFirst ? cause.text() : null, isFirst ? cause.comment() : null);
        }

        private static TypedItem of(String label, int level, String text, Response.Comment comment) {
            return new TypedItem(
                    label,
                    level,
                    TypedText.of(text),
                    comment == null ? null : TypedText.of(comment.text()),
                    comment == null ? List.of() : comment.facts());
        }
    }

    record TypedSignature(String name, String title, FieldDate on) {

        static TypedSignature of(Response.Signature signature) {
            return signature == null
                    ? null
                    : new TypedSignature(signature.name(), signature.title(), new FieldDate(signature.on()));
        }
    }

    record Box(String label, FieldDate doneOn) {

        static Box of(OfficeUse use) {
            return new Box(use.label(), use.doneOn() == null ? null : new FieldDate(use.doneOn()));
        }
    }
}
