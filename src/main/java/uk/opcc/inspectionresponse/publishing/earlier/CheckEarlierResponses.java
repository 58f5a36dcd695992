package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.publishing.register.EarlierResponse;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.ImportedFile;
import uk.opcc.inspectionresponse.publishing.register.ImportedResponses;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Says of each line of a CSV file what would become of it, and keeps what would be imported until somebody decides on
 * it. The register stays as it is.
 */
@Component
class CheckEarlierResponses {

    static final String THERE = "It is in the register already. Nothing changes.";

    private static final int LARGEST_CSV = 5 * 1024 * 1024;

    private final ReadLines lines;
    private final EarlierImports imports;
    private final ImportedResponses imported;
    private final Register register;
    private final References references;
    private final DataSize mostUnpacked;
    private final TransactionOperations transaction;

    CheckEarlierResponses(
            ReadLines lines,
            EarlierImports imports,
            ImportedResponses imported,
            Register register,
            References references,
            OfficeProperties.Register settings,
            TransactionOperations transaction) {
        this.lines = lines;
        this.imports = imports;
        this.imported = imported;
        this.register = register;
        this.references = references;
        this.mostUnpacked = DataSize.ofBytes(2 * settings.largestImport().toBytes());
        this.transaction = transaction;
    }

    /**
     * Checks what was sent, and keeps all of it or, where it is refused, nothing.
     *
     * @param source the name of what was sent
     * @param by user name
     * @return the id of the import
     * @throws RequestRefused if there is no line that could be read, or another import has not ended
     */
    String check(Bundle bundle, String source, String by) throws IOException {
        List<Row> rows = Sheet.read(csv(bundle));
        return transaction.execute(status -> {
            String id = open(source, by);
            Check check = new Check(id, bundle);
            rows.forEach(check::line);
            imports.checked(id, check.planned, check.files.unnamed());
            return id;
        });
    }

    private String open(String source, String by) {
        try {
            return imports.open(source, by);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict(
                    "File: another import has not ended. Import or discard what was checked there, then send this.");
        }
    }

    private static byte[] csv(Bundle bundle) throws IOException {
        List<BundledFile> found =
                bundle.files().stream().filter(BundledFile::isCsv).toList();
        if (found.isEmpty()) {
            throw Refused.input("CSV file: there is none in " + bundle.called()
                    + ". Put one into it, with a line for each response.");
        }
        if (found.size() > 1) {
            throw Refused.input("CSV file: there are " + found.size() + " in " + bundle.called() + ", such as "
                    + found.get(0).name() + " and " + found.get(1).name() + ". Leave one in it.");
        }
        byte[] csv;
        try {
            csv = found.get(0).read(LARGEST_CSV);
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.input(
                    "CSV file: it cannot be read. It is damaged, or protected by a password: make it again without one.");
        }
        if (csv.length > LARGEST_CSV) {
            throw Refused.size("CSV file: it has more than 5 MB. Make several files of it.");
        }
        return csv;
    }

    /** One check, from the first line to the last. */
    private final class Check {

        private final String id;
        private final NamedFiles files;
        private final ReferencesToGive given;
        private final Map<String, String> published;
        private final Map<String, Integer> lineOf = new HashMap<>();
        private int planned;

        Check(String id, Bundle bundle) {
            this.id = id;
            this.files = new NamedFiles(
                    bundle, mostUnpacked, (name, format, document) -> imports.keep(id, name, format, document));
            this.published = imported.byReport();
            this.given = new ReferencesToGive(references, imported.references());
        }

        void line(Row row) {
            ReadLine read = lines.read(row);
            List<String> problems = new ArrayList<>(read.problems());
            if (read.response() != null) {
                Integer same = lineOf.putIfAbsent(report(read), read.line());
                if (same != null) {
                    problems.add(
                            "Title: line " + same + " has the same title and the same day. Take one of the two out.");
                }
            }
            Optional<Entry> there = problems.isEmpty()
                    ? Optional.ofNullable(published.get(report(read))).flatMap(register::find)
                    : Optional.empty();
            boolean isNew = problems.isEmpty() && there.isEmpty();
            List<NamedFiles.Checked> checked =
                    read.files().stream().map(name -> files.check(name, isNew)).toList();
            checked.stream()
                    .map(NamedFiles.Checked::problem)
                    .filter(problem -> problem != null)
                    .forEach(problems::add);
            if (!problems.isEmpty()) {
                imports.refuse(id, read.line(), read.title(), problems);
            } else if (there.isPresent()) {
                compare(read, checked, there.get());
            } else {
                plan(read, checked);
            }
        }

        private static String report(ReadLine read) {
            return ImportedResponses.report(read.title(), read.response().reportPublishedOn());
        }

        private void plan(ReadLine read, List<NamedFiles.Checked> checked) {
            EarlierResponse response = read.response();
            if (!read.reference().isEmpty() && !given.take(read.reference())) {
                imports.refuse(
                        id,
                        read.line(),
                        read.title(),
                        List.of("Reference: " + read.reference()
                                + " is that of another response. Give another, or leave it empty."));
                return;
            }
            String reference = read.reference().isEmpty()
                    ? given.make(response.reportPublishedOn(), response.title())
                    : read.reference();
            imports.plan(
                    id,
                    read.line(),
                    reference,
                    response,
                    checked.stream().map(NamedFiles.Checked::name).toList());
            planned++;
        }

        private void compare(ReadLine read, List<NamedFiles.Checked> checked, Entry published) {
            if (!published.isImported()) {
                imports.there(
                        id,
                        read.line(),
                        read.title(),
                        "It is in the register already: the application itself has published it, as "
                                + references.shown(published.reference()) + ". Nothing changes.");
                return;
            }
            String differing = differing(read, checked, published);
            if (differing.isEmpty()) {
                imports.there(id, read.line(), read.title(), THERE);
            } else {
                LocalDate on = LocalDate.ofInstant(published.importedAt(), StatutoryPeriod.ZONE);
                imports.refuse(
                        id,
                        read.line(),
                        read.title(),
                        List.of(differing + ": not the same as what was imported on " + WrittenDate.of(on)
                                + ". Nothing changes: the register keeps what was imported then."));
            }
        }

        /** The columns that say another thing than the register. */
        private String differing(ReadLine read, List<NamedFiles.Checked> checked, Entry published) {
            EarlierResponse response = read.response();
            return Stream.of(
                            differs(
                                    Column.TYPE,
                                    SearchWords.plain(response.inspectionType()),
                                    SearchWords.plain(published.inspectionType())),
                            differs(Column.RESPONSE_PUBLISHED, response.publishedOn(), published.publishedOn()),
                            differs(
                                    Column.LINK,
                                    Optional.ofNullable(response.link()),
                                    Optional.ofNullable(published.link())),
                            differs(
                                    Column.FILES,
                                    new TreeSet<>(checked.stream()
                                            .map(NamedFiles.Checked::sha256)
                                            .toList()),
                                    new TreeSet<>(imported.files(published.reference()).stream()
                                            .map(ImportedFile::sha256)
                                            .toList())),
                            read.reference().isEmpty()
                                    ? Optional.<String>empty()
                                    : differs(Column.REFERENCE, read.reference(), published.reference()))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        }

        private static Optional<String> differs(Column column, Object here, Object there) {
            return here.equals(there) ? Optional.empty() : Optional.of(column.label());
        }
    }
}
