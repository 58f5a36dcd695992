package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.search.Paging;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.document.Format;

/** The register as files for another web server, in the export folder, where one is configured. */
@Component
public class ExportedRegister {

    private final Register register;
    private final ApprovedResponses approved;
    private final ImportedResponses imported;
    private final RegisterTemplates templates;
    private final RegisterAsData data;
    private final RelatedInspections related;
    private final String folder;

    ExportedRegister(
            Register register,
            ApprovedResponses approved,
            ImportedResponses imported,
            RegisterTemplates templates,
            RegisterAsData data,
            RelatedInspections related,
            OfficeProperties.Register settings) {
        this.register = register;
        this.approved = approved;
        this.imported = imported;
        this.templates = templates;
        this.data = data;
        this.related = related;
        this.folder = settings.exportFolder();
    }

    /**
     * Writes a published response and the register's list and feed; also any other published response that is not
     * there, as it is not while the folder is new. Within a transaction, as only one export at a time may run.
     */
    public void export(String reference) {
        if (!folder.isBlank()) {
            export(new ExportFolder(Path.of(folder)), reference);
        }
    }

    /**
     * Writes the published responses that are not there, and the register's list and feed. Within a transaction, as
     * above.
     */
    public void exportWhatIsMissing() {
        if (!folder.isBlank()) {
            try {
                write(new ExportFolder(Path.of(folder)), "");
            } catch (IOException e) {
                throw new ExportFailed(folder, e);
            }
        }
    }

    private void export(ExportFolder into, String reference) {
        try {
            write(into, reference);
        } catch (IOException e) {
            throw new ExportFailed(reference, folder, e);
        }
    }

    private void write(ExportFolder into, String reference) throws IOException {
        // An export that read the list earlier must not be the one that writes it later.
        register.lock();
        List<Entry> entries = register.list(List.of(), Integer.MAX_VALUE, 0);
        // The page of each related response names this one from now on.
        Set<String> changed = Stream.concat(
                        Stream.of(reference), related.of(reference).stream().map(RelatedInspections.Related::reference))
                .collect(Collectors.toSet());
        for (Entry entry : entries) {
            if (changed.contains(entry.reference()) || !into.has(entry.reference())) {
                write(into, entry);
            }
        }
        into.write(templates.style(), ExportFolder.STYLE);
        into.write(data.schema(), RegisterAsData.SCHEMA);
        into.write(data::csv, RegisterAsData.CSV);
        into.write(templates.feed(register.changedLast(), register.identity()), ExportFolder.FEED);
        // The list comes last: what it links is there.
        into.write(templates.list(PageLinks.exported(0), entries, Paging.none(entries.size())), ExportFolder.PAGE);
    }

    private void write(ExportFolder into, Entry entry) throws IOException {
        String reference = entry.reference();
        if (entry.isImported()) {
            writeImported(into, entry);
            return;
        }
        List<Edition> editions = register.editions(reference);
        for (Edition edition : editions) {
            String folderOfEdition = PageLinks.ofEdition(edition.number());
            for (Format format : Format.values()) {
                byte[] content = content(reference, edition, format);
                into.write(content, reference, folderOfEdition, name(format));
                if (edition.number() == entry.edition()) {
                    into.write(content, reference, name(format));
                }
            }
            byte[] html = content(reference, edition, Format.HTML);
            into.write(
                    templates.response(PageLinks.exported(2), entry, editions, edition.number(), html),
                    reference,
                    folderOfEdition,
                    ExportFolder.PAGE);
            into.write(data.json(entry, edition.number()), reference, folderOfEdition, RegisterAsData.JSON);
        }
        Edition newest = editions.get(editions.size() - 1);
        into.write(
                templates.response(
                        PageLinks.exported(1),
                        entry,
                        editions,
                        newest.number(),
                        content(reference, newest, Format.HTML)),
                reference,
                ExportFolder.PAGE);
        // The data come last: by them and the page a later export tells that all of it is there.
        into.write(data.json(entry, newest.number()), reference, RegisterAsData.JSON);
    }

    private void writeImported(ExportFolder into, Entry entry) throws IOException {
        String reference = entry.reference();
        List<ImportedFile> files = imported.files(reference);
        for (ImportedFile file : files) {
            into.write(imported.content(reference, file).content(), reference, file.published());
        }
        into.write(data.json(entry), reference, RegisterAsData.JSON);
        // The page comes last: by it and the data a later export tells that the files are there.
        into.write(templates.imported(PageLinks.exported(1), entry, files), reference, ExportFolder.PAGE);
    }

    private byte[] content(String reference, Edition edition, Format format) {
        return approved.find(reference, edition.version(), format).orElseThrow().content();
    }

    private static String name(Format format) {
        return "response." + format.extension();
    }
}
