package uk.opcc.inspectionresponse.platform.backup;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/**
 * The page where administrators make a backup. It is not handed out over the network: all that the office has is in it.
 */
@Controller
class BackupPages {

    private final Backups backups;
    private final Office office;

    BackupPages(Backups backups, Office office) {
        this.backups = backups;
        this.office = office;
    }

    /** A backup, as the page shows it. */
    record Row(String name, String made, String size) {}

    @GetMapping("/backups")
    String page(@RequestParam(required = false) String made, Model model) {
        model.addAttribute("made", made != null);
        return show(model);
    }

    @PostMapping("/backups")
    String make(Model model, HttpServletResponse response) {
        try {
            backups.make();
            return "redirect:/backups?made";
        } catch (BackupRefused e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("problem", e.getMessage());
            return show(model);
        }
    }

    private String show(Model model) {
        List<Row> rows = backups.all().stream().map(BackupPages::row).toList();
        model.addAttribute("office", office.name());
        model.addAttribute("possible", backups.arePossible());
        model.addAttribute("folder", backups.folder().toString());
        model.addAttribute("rows", rows);
        return "backups";
    }

    private static Row row(Path backup) {
        long bytes = backup.toFile().length();
        long megabytes = DataSize.ofBytes(bytes).toMegabytes();
        return new Row(
                backup.getFileName().toString(),
                WrittenMoment.toTheSecond(Instant.ofEpochMilli(backup.toFile().lastModified())),
                megabytes == 0 ? "less than 1 MB" : megabytes + " MB");
    }
}
