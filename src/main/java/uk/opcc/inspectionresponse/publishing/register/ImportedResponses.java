package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * The responses in the register that were brought in from the office's earlier records. They are only ever added, and
 * nothing is said of how they came to be.
 */
@Component
public class ImportedResponses {

    private static final String FIRST = "response";

    private final JdbcClient database;
    private final Clock clock;

    ImportedResponses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The response to the report that was published with this title on this day, whether it was imported or published
     * by the application; dashes, quotation marks, accents and capitals make no other title.
     */
    public Optional<Entry> find(String title, LocalDate reportPublishedOn) {
        String searched = SearchWords.plain(title);
        // What is searched begins with the title: of thousands of one day the few that can be meant are looked at.
        return database
                .sql(Register.LISTED + " where report_published_on = ? and left(searched, ?) = ? order by reference")
                .params(reportPublishedOn, searched.length(), searched)
                .query(Register::entry)
                .list()
                .stream()
                .filter(entry -> SearchWords.plain(entry.title()).equals(searched))
                .findFirst();
    }

    /** The references of all published responses, by what makes two reports the same: see {@link #report}. */
    public Map<String, String> byReport() {
        Map<String, String> references = new HashMap<>();
        database.sql("select reference, title, report_published_on from register_entry order by reference")
                .query(row -> {
                    references.putIfAbsent(
                            report(row.getString("title"), row.getObject("report_published_on", LocalDate.class)),
                            row.getString("reference"));
                });
        return references;
    }

    /** The title and the day of a report, the same for all that are the same report. */
    public static String report(String title, LocalDate publishedOn) {
        return publishedOn + " " + SearchWords.plain(title);
    }

    /** All references under which something is published or was approved, in small letters. */
    public Set<String> references() {
        return database
                .sql("select reference from register_entry union select reference from approved_response")
                .query(String.class)
                .list()
                .stream()
                .map(reference -> reference.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether nothing is published under this reference, and nothing was approved that will be. */
    public boolean isFree(String reference) {
        return database.sql("""
                        select (select count(*) from register_entry where reference = :reference)
                            + (select count(*) from approved_response where reference = :reference)
                        """)
                        .param("reference", reference)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Adds a response to the register, without its files. */
    public void add(String reference, EarlierResponse response) {
        database.sql("""
                        insert into register_entry (reference, edition, title, inspection_type, report_published_on,
                            published_on, link, published_at, updated_at, imported_at, searched, searched_items)
                        values (:reference, 0, :title, :type, :reportPublishedOn,
                            :publishedOn, :link, :now, :now, :now, :searched, '')
                        """)
                .param("reference", reference)
                .param("title", response.title())
                .param("type", response.inspectionType())
                .param("reportPublishedOn", response.reportPublishedOn())
                .param("publishedOn", response.publishedOn())
                .param("link", response.link())
                .param("now", Register.atOffset(clock.instant()))
                .param("searched", Register.searched(reference, response.title(), response.inspectionType()))
                .update();
    }

    /**
     * Adds a file to a response that was just added.
     *
     * @param number among its files, from 1
     */
    public void addFile(String reference, int number, String name, Format format, KeptDocument document) {
        database.sql("""
                        insert into imported_file (reference, number, name, format, sha256, size, content)
                        values (:reference, :number, :name, :format, :sha256, :size, :content)
                        """)
                .param("reference", reference)
                .param("number", number)
                .param("name", name)
                .param("format", format.extension())
                .param("sha256", document.sha256())
                .param("size", document.content().length)
                .param("content", document.content())
                .update();
    }

    /** The files of an imported response, in the order in which the office named them. */
    public List<ImportedFile> files(String reference) {
        Map<Format, Integer> sofar = new EnumMap<>(Format.class);
        return database.sql(
                        "select number, name, format, sha256, size from imported_file where reference = ? order by number")
                .param(reference)
                .query((row, number) -> {
                    Format format = Format.of(row.getString("format")).orElseThrow();
                    return new ImportedFile(
                            row.getInt("number"),
                            row.getString("name"),
                            format,
                            published(format, sofar.merge(format, 1, Integer::sum)),
                            row.getString("sha256"),
                            row.getLong("size"));
                })
                .list();
    }

    /** A file of an imported response, byte for byte. */
    KeptDocument content(String reference, ImportedFile file) {
        return database.sql("select content, sha256 from imported_file where reference = ? and number = ?")
                .params(reference, file.number())
                .query((row, number) -> new KeptDocument(row.getBytes("content"), row.getString("sha256")))
                .single();
    }

    /** The same, to be read by somebody who may be slow: from a file, which goes when it is closed. */
    InputStream read(String reference, ImportedFile file) {
        return database.sql("select content from imported_file where reference = ? and number = ?")
                .params(reference, file.number())
                .query((row, number) -> copied(row.getBinaryStream("content")))
                .single();
    }

    private static InputStream copied(InputStream content) {
        try {
            Path copy = Files.createTempFile("imported", ".tmp");
            try (content) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                return Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException e) {
                Files.deleteIfExists(copy);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String published(Format format, int number) {
        return (number == 1 ? FIRST : FIRST + "-" + number) + "." + format.extension();
    }
}
