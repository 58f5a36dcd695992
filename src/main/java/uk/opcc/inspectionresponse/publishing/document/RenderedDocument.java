package uk.opcc.inspectionresponse.publishing.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/** What a document must be, so that everybody can read it in each of its formats. */
record RenderedDocument(Document document, TemplateMarkup markup) {

    private static final Pattern LINK =
            Pattern.compile("\\s*(?:(?:https?|mailto):|#).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> HOLDERS = Set.of("main", "section", "div");

    /**
     * Looks only at what it does: a real response may have what no sample has.
     *
     * @throws TemplateRefused if it would run, load or hide something
     */
    static void checkHarmless(String html) {
        Document document = Jsoup.parse(html);
        RenderedDocument rendered = new RenderedDocument(document, null);
        document.getAllElements().forEach(rendered::checkWhatItDoes);
    }

    void check() {
        document.getAllElements().forEach(this::checkWhatItDoes);
        one(document.select("main"), "a document has one <main>, with all that it says");
        if (document.selectFirst("html").attr("lang").isBlank()) {
            throw refused(document.selectFirst("html"), "html needs a language, such as lang=\"en-GB\"");
        }
        if (document.title().isBlank()) {
            throw new TemplateRefused(TemplateCheck.placeOf(markup, "title"), "the document needs a title");
        }
        one(document.select("main").select("h1"), "a document has one heading of the first level, h1");
        for (Element image : document.select("img")) {
            if (image.attr("alt").isBlank()) {
                throw refused(image, "a picture needs an alternative text: alt=\"...\"");
            }
        }
        checkHeadings();
        document.select("table").forEach(this::checkTable);
        document.selectFirst("main").getAllElements().stream()
                .filter(element -> HOLDERS.contains(element.normalName()))
                .filter(element -> !element.ownText().isBlank())
                .findFirst()
                .ifPresent(element -> {
                    throw refused(
                            element,
                            "\"" + element.ownText().strip()
                                    + "\" stands in no paragraph, and the Word file would not have it");
                });
    }

    /** A template writes elements' attributes with expressions, too: so the whole document is looked at. */
    private void checkWhatItDoes(Element element) {
        if (Harmful.ELEMENTS.contains(element.normalName())) {
            throw refused(
                    element, "a document runs nothing and loads nothing, so it has no <" + element.normalName() + ">");
        }
        if (element.normalName().equals("style")) {
            StyleSheet.check(element.data(), placeOf(element));
        }
        element.attributes().forEach(attribute -> check(element, attribute));
    }

    private void check(Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        Harmful.whyNot(name).ifPresent(reason -> {
            throw refused(element, reason + name);
        });
        if (name.equals("style")) {
            StyleSheet.check(value, placeOf(element));
        }
        if (name.equals("src") && !value.toLowerCase(Locale.ROOT).startsWith("data:image/")) {
            throw refused(element, "a document loads nothing: a picture is in it, and begins with data:image/");
        }
        if (name.equals("href") && !LINK.matcher(value).matches()) {
            throw refused(element, "a link leads to http, https or mailto, or to a place in the document");
        }
    }

    private void one(List<Element> all, String reason) {
        if (all.isEmpty()) {
            throw new TemplateRefused(TemplateCheck.placeOf(markup, "main"), reason);
        }
        if (all.size() > 1) {
            throw refused(all.get(1), reason);
        }
    }

    /** ISO 14289-1, 7.4.2: no level is left out on the way down. */
    private void checkHeadings() {
        int above = 0;
        for (Element heading : document.selectFirst("main").select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            if (level > above + 1) {
                throw refused(heading, "h" + level + " comes below h" + above + ": no level is left out");
            }
            above = level;
        }
    }

    private void checkTable(Element table) {
        List<Integer> cells = table.select("tr").stream()
                .map(Element::childrenSize)
                .distinct()
                .toList();
        if (cells.size() != 1
                || cells.contains(0)
                || !table.select("[colspan], [rowspan]").isEmpty()) {
            throw refused(table, "each row of a table has as many cells as the others");
        }
    }

    private static TemplateRefused refused(Element element, String reason) {
        return new TemplateRefused(placeOf(element), reason);
    }

    private static Place placeOf(Element element) {
        return TemplateCheck.or(TemplateMarkup.placeOf(element), TemplateCheck.BEGIN);
    }
}
