package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.PublicSite;
import uk.opcc.inspectionresponse.platform.search.Paging;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.publishing.register.ReportsWithoutResponse.ReportWithoutResponse;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** Fills the templates of the register, {@code templates/register}: the same for the application and for the export. */
@Component
class RegisterTemplates {

    private static final String FEED = "register/feed";
    private static final String STYLE = "register/" + ExportFolder.STYLE;

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final Office office;
    private final PublicSite site;
    private final RelatedInspections related;
    private final ReportsWithoutResponse withoutResponse;
    private final byte[] style;

    RegisterTemplates(
            Office office, PublicSite site, RelatedInspections related, ReportsWithoutResponse withoutResponse) {
        this.related = related;
        this.withoutResponse = withoutResponse;
        this.office = office;
        this.site = site;
        ClassLoaderTemplateResolver feed = resolver(TemplateMode.XML, ".xml");
        feed.setResolvablePatterns(Set.of(FEED));
        feed.setOrder(1);
        ClassLoaderTemplateResolver pages = resolver(TemplateMode.HTML, ".html");
        pages.setOrder(2);
        templates.addTemplateResolver(feed);
        templates.addTemplateResolver(pages);
        try (InputStream file = new ClassPathResource(STYLE).getInputStream()) {
            style = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    /** The style of the pages. */
    byte[] style() {
        return style.clone();
    }

    /** A page of the list. */
    byte[] list(PageLinks place, List<Entry> entries, Paging paging) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("entries", entries.stream().map(entry -> shown(entry, place)).toList());
        values.put("paging", paging);
        values.put("length", StatutoryPeriod.LENGTH);
        values.put(
                "without",
                paging.number() == 1 && paging.query().isEmpty()
                        ? withoutResponse.inPublic().stream()
                                .map(report -> without(report, place))
                                .toList()
                        : List.of());
        return fill("register/list", place, values);
    }

    /**
     * The page of a response, with the response itself in it.
     *
     * @param editions all that there are, the first one first
     * @param number of the edition that is shown
     * @param html the approved response
     */
    byte[] response(PageLinks place, Entry entry, List<Edition> editions, int number, byte[] html) {
        boolean newest = number == entry.edition();
        List<Change> corrections = new ArrayList<>();
        for (Edition edition : editions) {
            if (edition.number() > 1 && (newest || edition.number() == number + 1)) {
                corrections.add(new Change(
                        ListedResponse.date(edition.publishedAt()),
                        PrintedText.inLines(edition.reason()),
                        place.edition(entry.reference(), edition.number() - 1)));
            }
        }
        Collections.reverse(corrections);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("response", shown(entry, place));
        values.put("newest", newest);
        values.put("related", related(entry.reference(), place));
        values.put("corrections", corrections);
        values.put(
                "files",
                newest
                        ? place.folder(entry.reference())
                        : place.folder(entry.reference()) + "/" + PageLinks.ofEdition(number));
        values.put("canonical", site.response(entry.reference()));
        values.put("article", article(html));
        return fill("register/response", place, values);
    }

    /**
     * The page of a response that was brought in from the office's earlier records.
     *
     * @param files those that there are of it
     */
    byte[] imported(PageLinks place, Entry entry, List<ImportedFile> files) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("response", shown(entry, place));
        values.put("folder", place.folder(entry.reference()));
        values.put("documents", files);
        values.put("related", related(entry.reference(), place));
        values.put("canonical", site.response(entry.reference()));
        return fill("register/imported-response", place, values);
    }

    /** The page that stands for everything that is not published, whether or not it exists. */
    byte[] notFound(PageLinks place) {
        return fill("register/not-found", place, Map.of());
    }

    /** The feed of what was published or corrected last. */
    byte[] feed(List<Entry> entries, Register.Identity identity) {
        Instant updated = entries.isEmpty() ? identity.since() : entries.get(0).updatedAt();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", id(identity.id()));
        values.put("updated", ListedResponse.timestamp(updated));
        values.put("address", site.responses());
        values.put(
                "entries",
                entries.stream()
                        .map(entry -> new FeedEntry(
                                id(identity.id() + "/" + entry.reference()),
                                new ListedResponse(entry, site.response(entry.reference())),
                                ListedResponse.timestamp(entry.publishedAt()),
                                ListedResponse.timestamp(entry.updatedAt())))
                        .toList());
        return fill(FEED, PageLinks.inApplication(""), values);
    }

    /** The same for as long as the register lives, whatever the address of the site becomes. */
    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private List<RelatedResponse> related(String reference, PageLinks place) {
        return related.inPublic(reference).stream()
                .map(other -> new RelatedResponse(
                        other.words(), PrintedText.inOneLine(other.title()), place.response(other.reference())))
                .toList();
    }

    private Without without(ReportWithoutResponse report, PageLinks place) {
        return new Without(
                PrintedText.inOneLine(report.title()),
                report.inspectionType(),
                WrittenDate.of(report.publishedOn()),
                report.publishedOn().toString(),
                report.because().words(),
                PrintedText.inLines(report.reason()),
                related(report.reference(), place));
    }

    private static ListedResponse shown(Entry entry, PageLinks place) {
        return new ListedResponse(entry, place.response(entry.reference()));
    }

    /** What the approved document says, as a part of the page: its headings are one level below the page's own. */
    private static String article(byte[] html) {
        Document document = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
        document.outputSettings().prettyPrint(false);
        Element main = document.selectFirst("main");
        for (int level = 5; level >= 1; level--) {
            main.select("h" + level).tagName("h" + (level + 1));
        }
        return main.html();
    }

    private byte[] fill(String template, PageLinks place, Map<String, Object> values) {
        Context context = new Context(Locale.UK, values);
        context.setVariable("office", office.name());
        context.setVariable("place", place);
        return templates.process(template, context).getBytes(StandardCharsets.UTF_8);
    }

    /** A correction, and where the edition before it is. */
    record Change(String on, String reason, String before) {}

    /** The response to a related report, and how that is related. */
    record RelatedResponse(String words, String title, String address) {}

    /** A report that needs no response, and why. */
    record Without(
            String title,
            String inspectionType,
            String published,
            String publishedDate,
            String because,
            String reason,
            List<RelatedResponse> related) {}

    record FeedEntry(String id, ListedResponse response, String published, String updated) {}
}
