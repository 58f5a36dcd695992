package uk.opcc.inspectionresponse.publishing.earlier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.server.UploadedFile;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** The pages where those who publish check the office's earlier responses and import them into the register. */
@Controller
@RequestMapping("/earlier-responses")
class EarlierResponsesPages {

    private static final int LONGEST_SOURCE = 200;

    private final CheckEarlierResponses check;
    private final EarlierImports imports;
    private final ContinueImports work;
    private final People people;
    private final Office office;
    private final OfficeProperties.Register settings;

    /** One at a time is on the disk, and unpacked. */
    private final Semaphore checking = new Semaphore(1);

    EarlierResponsesPages(
            CheckEarlierResponses check,
            EarlierImports imports,
            ContinueImports work,
            People people,
            Office office,
            OfficeProperties.Register settings) {
        this.check = check;
        this.imports = imports;
        this.work = work;
        this.people = people;
        this.office = office;
        this.settings = settings;
    }

    @GetMapping
    String begin(Model model) {
        model.addAttribute("office", office.name());
        model.addAttribute("largest", settings.largestImport().toMegabytes());
        model.addAttribute("folder", settings.importFolder());
        model.addAttribute("open", imports.open().map(this::shown).orElse(null));
        model.addAttribute("imports", imports.latest().stream().map(this::shown).toList());
        return "earlier-responses";
    }

    /** The file is looked at only here, when it is known who sends it. */
    @PostMapping("/check")
    String check(HttpServletRequest request, HttpServletResponse response, Principal by, Model model)
            throws IOException {
        return answer(request, response, model, () -> {
            try (UploadedFile uploaded = UploadedFile.receive(request, Refused.FIELD, settings.largestImport())) {
                // Whoever sends it slowly keeps nobody from having a file checked.
                return alone(() -> {
                    try (Bundle bundle = bundle(uploaded)) {
                        return check.check(bundle, source(uploaded.name()), by.getName());
                    }
                });
            }
        });
    }

    /** Where somebody asks for the address of a file that was refused again. */
    @GetMapping({"/check", "/check-folder"})
    String again() {
        return "redirect:/earlier-responses";
    }

    @PostMapping("/check-folder")
    String checkFolder(HttpServletRequest request, HttpServletResponse response, Principal by, Model model)
            throws IOException {
        return answer(request, response, model, () -> {
            if (settings.importFolder().isBlank()) {
                throw Refused.input("Folder: none is set on this server. Send a ZIP file.");
            }
            return alone(() -> {
                try (Bundle bundle = FolderBundle.open(Path.of(settings.importFolder()))) {
                    return check.check(bundle, source(settings.importFolder()), by.getName());
                }
            });
        });
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, @RequestParam(required = false) String still, Model model) {
        EarlierImport found = imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<ReportedLine.Outcome, Integer> counts = imports.counts(id);
        model.addAttribute("office", office.name());
        model.addAttribute("import", shown(found));
        model.addAttribute("unnamed", found.unnamed());
        model.addAttribute("problem", found.problem());
        model.addAttribute("toImport", counts.get(ReportedLine.Outcome.NEW));
        model.addAttribute("imported", counts.get(ReportedLine.Outcome.IMPORTED));
        model.addAttribute("there", counts.get(ReportedLine.Outcome.THERE));
        model.addAttribute("refused", counts.get(ReportedLine.Outcome.REFUSED));
        model.addAttribute("planned", found.planned());
        model.addAttribute("handled", found.planned() - counts.get(ReportedLine.Outcome.NEW));
        model.addAttribute("refreshes", found.state() == EarlierImport.State.IMPORTING && still == null);
        // While it is imported the page is asked for again and again.
        model.addAttribute(
                "lines",
                found.state() == EarlierImport.State.IMPORTING
                        ? List.of()
                        : imports.lines(id).stream()
                                // Somebody has to do something about these; the rest is in the order of the file.
                                .sorted(Comparator.comparing(line -> line.outcome() != ReportedLine.Outcome.REFUSED))
                                .map(EarlierResponsesPages::shown)
                                .toList());
        return "earlier-responses-import";
    }

    @PostMapping("/{id}/import")
    String begin(@PathVariable String id, Principal by) {
        if (imports.begin(id, by.getName())) {
            work.goOn();
        }
        return "redirect:/earlier-responses/" + known(id);
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String id, Principal by) {
        imports.discard(id, by.getName());
        return "redirect:/earlier-responses/" + known(id);
    }

    private String known(String id) {
        return imports.find(id)
                .map(EarlierImport::id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String answer(HttpServletRequest request, HttpServletResponse response, Model model, Checking checked)
            throws IOException {
        try {
            if (imports.open().isPresent()) {
                throw Refused.conflict(
                        "File: another import has not ended. Import or discard what was checked there, then send this.");
            }
            return "redirect:/earlier-responses/" + checked.id();
        } catch (RequestRefused refused) {
            if (!wantsPage(request)) {
                throw refused;
            }
            response.setStatus(refused.problem().status());
            model.addAttribute("problem", refused.problem().message());
            return begin(model);
        }
    }

    private String alone(Checking checked) throws IOException {
        if (!checking.tryAcquire()) {
            throw Refused.conflict("File: that of a colleague is being checked. Wait until it is, then send this.");
        }
        try {
            return checked.id();
        } finally {
            checking.release();
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static Bundle bundle(UploadedFile uploaded) throws IOException {
        if (ZipBundle.isZip(uploaded.file())) {
            return ZipBundle.open(uploaded.file());
        }
        if (BundledFile.extension(uploaded.name()).equals("csv")) {
            return CsvBundle.of(uploaded.file(), uploaded.name());
        }
        throw Refused.input(
                "File: this is not a ZIP file. Put the CSV file and the documents into one, and send that.");
    }

    private static String source(String name) {
        String shown = name.replaceAll("\\p{C}", "");
        return shown.substring(0, Math.min(shown.length(), LONGEST_SOURCE));
    }

    private ImportRow shown(EarlierImport found) {
        return new ImportRow(
                found.id(),
                found.source(),
                found.state().name(),
                switch (found.state()) {
                    case CHECKED -> "Checked, and not imported yet";
                    case IMPORTING -> "Being imported";
                    case DONE -> "Imported";
                    case DISCARDED -> "Discarded";
                },
                people.nameOf(found.checkedBy()) + " (" + found.checkedBy() + ")",
                WrittenMoment.of(found.checkedAt()),
                found.decidedBy() == null ? "" : people.nameOf(found.decidedBy()) + " (" + found.decidedBy() + ")",
                shown(found.decidedAt()),
                shown(found.endedAt()));
    }

    private static String shown(Instant moment) {
        return moment == null ? "" : WrittenMoment.of(moment);
    }

    private static LineRow shown(ReportedLine line) {
        return new LineRow(
                line.line(),
                line.title(),
                line.outcome().name(),
                switch (line.outcome()) {
                    case NEW -> "Will be imported";
                    case IMPORTED -> "Imported";
                    case THERE -> "Already there";
                    case REFUSED -> "Not imported";
                },
                line.outcome() == ReportedLine.Outcome.IMPORTED ? line.reference() : "",
                line.words());
    }

    /** Checks what was sent. */
    private interface Checking {

        /** The id of the import. */
        String id() throws IOException;
    }

    record ImportRow(
            String id,
            String source,
            String state,
            String words,
            String checkedBy,
            String checkedAt,
            String decidedBy,
            String decidedAt,
            String endedAt) {}

    record LineRow(int line, String title, String outcome, String words, String reference, List<String> remarks) {}
}
