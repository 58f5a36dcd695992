package uk.opcc.inspectionresponse.oversight.audit;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Date;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.opcc.inspectionresponse.oversight.monitoring.RoomOnDisks;
import uk.opcc.inspectionresponse.oversight.monitoring.StoppedWork;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfInspection;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** The pages that show managers who did what and when in an inspection; nothing can be changed there. */
@Controller
class AuditPages {

    private final AuditTrail trail;
    private final AuditCsv csv;
    private final StoppedWork stopped;
    private final RoomOnDisks disks;
    private final Office office;
    private final References references;
    private final AuditedInspections inspections;
    private final PagesOfInspection pagesOfInspection;

    AuditPages(
            AuditTrail trail,
            AuditCsv csv,
            StoppedWork stopped,
            RoomOnDisks disks,
            Office office,
            References references,
            AuditedInspections inspections,
            PagesOfInspection pagesOfInspection) {
        this.references = references;
        this.inspections = inspections;
        this.pagesOfInspection = pagesOfInspection;
        this.stopped = stopped;
        this.disks = disks;
        this.trail = trail;
        this.csv = csv;
        this.office = office;
    }

    @GetMapping("/audit")
    String inspections(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page, Model model) {
        AuditedInspections.Found found = inspections.find(q, page);
        model.addAttribute("office", office.name());
        model.addAttribute(
                "stopped",
                stopped.list().stream()
                        .map(job -> new StoppedJob(references.shown(job.reference()), job.step(), job.reason()))
                        .toList());
        model.addAttribute("disks", disks.warnings());
        model.addAttribute("paging", found.paging());
        model.addAttribute("inspections", found.inspections());
        return "audit";
    }

    @GetMapping("/audit/{reference}")
    String inspection(@PathVariable String reference, Principal reader, Model model) {
        HistoricProcessInstance inspection = find(reference);
        model.addAttribute("office", office.name());
        model.addAttribute("reference", references.shown(AuditedInspections.reference(inspection)));
        model.addAttribute("address", AuditedInspections.address(inspection));
        model.addAttribute("title", trail.title(inspection));
        model.addAttribute("pages", pagesOfInspection.of(trail.inspectionOf(inspection), reader.getName()));
        model.addAttribute(
                "entries",
                trail.of(inspection).stream()
                        .map(entry -> new Shown(
                                shown(entry.at()),
                                entry.user().isEmpty() ? entry.name() : People.toldApart(entry.name(), entry.user()),
                                entry.what(),
                                entry.on(),
                                entry.detail()))
                        .toList());
        return "audit-inspection";
    }

    @GetMapping("/audit/{reference}.csv")
    ResponseEntity<byte[]> export(@PathVariable String reference) {
        HistoricProcessInstance inspection = find(reference);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit-" + AuditedInspections.address(inspection) + ".csv")
                                .build()
                                .toString())
                .body(csv.of(inspection));
    }

    private HistoricProcessInstance find(String reference) {
        return trail.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String shown(Date date) {
        return WrittenMoment.toTheSecond(date.toInstant());
    }

    record StoppedJob(String reference, String step, String reason) {}

    record Shown(String at, String who, String what, String on, String detail) {}
}
