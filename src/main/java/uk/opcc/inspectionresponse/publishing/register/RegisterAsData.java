package uk.opcc.inspectionresponse.publishing.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.files.SpreadsheetFile;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.PublicSite;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.publishing.document.Response;

/** The register for other people's programs: each response as JSON, and the items of all of them as one CSV. */
@Component
class RegisterAsData {

    static final String JSON = "response.json";
    static final String CSV = "responses.csv";
    static final String SCHEMA = "response-" + ResponseData.FORMAT_VERSION + ".schema.json";

    private static final List<String> COLUMNS = List.of(
            "Reference",
            "Report",
            "Type of inspection",
            "Report published",
            "Response published",
            "Day of the period",
            "Days in the period",
            "In time",
            "Version",
            "Imported from earlier records",
            "Address",
            "Published elsewhere",
            "Item",
            "Kind",
            "Cause of concern",
            "Text",
            "Deadline",
            "Chief officer's comment",
            "Chief officer's status",
            "Chief officer's owner",
            "Chief officer's target date",
            "Answer",
            "Explanation",
            "Same answer as",
            "Owner",
            "Target date");

    private static final Map<String, String> KINDS = Map.of(
            "recommendation", "Recommendation",
            "area-for-improvement", "Area for improvement",
            "cause-of-concern", "Cause of concern");

    /** So many responses are in memory at a time, with all their texts. */
    private static final int AT_ONCE = 10;

    private final Register register;
    private final ImportedResponses imported;
    private final Office office;
    private final References references;
    private final PublicSite site;
    private final ObjectWriter json;
    private final byte[] schema;

    RegisterAsData(
            Register register,
            ImportedResponses imported,
            Office office,
            References references,
            PublicSite site,
            ObjectMapper json) {
        this.register = register;
        this.imported = imported;
        this.office = office;
        this.references = references;
        this.site = site;
        this.json = json.writerWithDefaultPrettyPrinter();
        try (InputStream file = new ClassPathResource("register/" + SCHEMA).getInputStream()) {
            schema = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What describes the JSON, as JSON Schema. */
    byte[] schema() {
        return schema.clone();
    }

    /** The newest version of a response, or what is known of one that was imported. */
    byte[] json(Entry entry) {
        return entry.isImported() ? written(imported(entry)) : json(entry, entry.edition());
    }

    /** A version of a response that the application published, from 1. */
    byte[] json(Entry entry, int number) {
        String page = site.response(entry.reference());
        String folder = number == entry.edition() ? page : page + "/" + PageLinks.ofEdition(number);
        return written(ResponseData.of(
                described(entry),
                entry,
                register.editions(entry.reference()),
                number,
                register.texts(entry.reference(), number),
                Arrays.stream(Format.values())
                        .map(format ->
                                new ResponseData.File(format.contentType(), folder + "/response." + format.extension()))
                        .toList()));
    }

    private ResponseData imported(Entry entry) {
        return ResponseData.ofImported(
                described(entry),
                entry,
                imported.files(entry.reference()).stream()
                        .map(file -> new ResponseData.File(
                                file.format().contentType(), site.response(entry.reference()) + "/" + file.published()))
                        .toList());
    }

    private ResponseData.Described described(Entry entry) {
        return new ResponseData.Described(
                site.responses() + "/" + SCHEMA,
                references.shown(entry.reference()),
                site.response(entry.reference()),
                office.name());
    }

    private byte[] written(ResponseData data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Becomes another whenever the CSV does: with what is published, and with how this release and the office write it.
     */
    String stateOfCsv() {
        return String.join("\n", register.state(), site.responses(), references.shown("reference"), COLUMNS.toString());
    }

    /** Writes a row for each item of each response, the response that was published last first. */
    void csv(OutputStream to) throws IOException {
        SpreadsheetFile rows = new SpreadsheetFile(to, COLUMNS);
        Optional<Entry> last = Optional.empty();
        do {
            List<Entry> entries = register.after(last, AT_ONCE);
            Map<String, Response> texts =
                    register.texts(entries.stream().map(Entry::reference).toList());
            for (Entry entry : entries) {
                write(entry, Optional.ofNullable(texts.get(entry.reference())), rows);
            }
            last = entries.stream().reduce((first, second) -> second);
        } while (last.isPresent());
        rows.end();
    }

    private void write(Entry entry, Optional<Response> response, SpreadsheetFile rows) throws IOException {
        List<String> shared = Arrays.asList(
                references.shown(entry.reference()),
                PrintedText.inOneLine(entry.title()),
                entry.inspectionType(),
                entry.reportPublishedOn().toString(),
                entry.publishedOn().toString(),
                entry.isImported() ? null : String.valueOf(entry.publishedOnDay()),
                entry.isImported() ? null : String.valueOf(entry.periodLength()),
                entry.isImported() ? null : entry.inTime() ? "Yes" : "No",
                entry.isImported() ? null : String.valueOf(entry.edition()),
                date(ResponseData.importedOn(entry)),
                site.response(entry.reference()),
                entry.link());
        List<ItemData> items = response.map(ItemData::of).orElse(List.of());
        if (items.isEmpty()) {
            rows.row(row(shared, List.of()));
        }
        for (ItemData item : items) {
            rows.row(row(shared, cells(item)));
        }
    }

    private static List<String> row(List<String> shared, List<String> ofItem) {
        String[] cells = new String[COLUMNS.size()];
        for (int at = 0; at < shared.size(); at++) {
            cells[at] = shared.get(at);
        }
        for (int at = 0; at < ofItem.size(); at++) {
            cells[shared.size() + at] = ofItem.get(at);
        }
        return Arrays.asList(cells);
    }

    private static List<String> cells(ItemData item) {
        Optional<ItemData.Comment> comment = Optional.ofNullable(item.chiefOfficersComment());
        Optional<ItemData.Answer> answer = Optional.ofNullable(item.answer());
        return Arrays.asList(
                item.label(),
                KINDS.getOrDefault(item.kind(), item.kind()),
                item.causeOfConcern(),
                item.text(),
                date(item.deadline()),
                comment.map(ItemData.Comment::text).orElse(null),
                comment.map(ItemData.Comment::status).orElse(null),
                comment.map(ItemData.Comment::owner).orElse(null),
                date(comment.map(ItemData.Comment::targetDate).orElse(null)),
                answer.map(one -> one.action() ? "Action" : "No action")
                        .orElse("By the answers to its recommendations"),
                answer.map(ItemData.Answer::text).orElse(null),
                answer.map(ItemData.Answer::sameAs).orElse(null),
                answer.map(ItemData.Answer::owner).orElse(null),
                date(answer.map(ItemData.Answer::targetDate).orElse(null)));
    }

    private static String date(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
