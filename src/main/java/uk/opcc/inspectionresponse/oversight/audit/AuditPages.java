package uk.opcc.inspectionresponse.oversight.audit;

import java.nio.charset.StandardCharsets;
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
import org.springframework.web.server.ResponseStatusException;
import uk.opcc.inspectionresponse.oversight.monitoring.StoppedWork;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** The pages that show managers who did what and when in an inspection; nothing can be changed there. */
@Controller
class AuditPages {

    private final AuditTrail trail;
    private final AuditCsv csv;
    private final StoppedWork stopped;
    private final Office office;

    AuditPages(AuditTrail trail, AuditCsv csv, StoppedWork stopped, Office office) {
        this.stopped = stopped;
        this.trail = trail;
        this.csv = csv;
        this.office = office;
    }

    @GetMapping("/audit")
    String inspections(Model model) {
        model.addAttribute("office", office.name());
        model.addAttribute("stopped", stopped.list());
        model.addAttribute(
                "inspections",
                trail.inspections().stream()
                        .map(inspection -> new Listed(
                                reference(inspection),
                                address(inspection),
                                shown(inspection.getStartTime()),
                                inspection.getEndTime() == null ? "" : shown(inspection.getEndTime())))
                        .toList());
        return "audit";
    }

    @GetMapping("/audit/{reference}")
    String inspection(@PathVariable String reference, Model model) {
        HistoricProcessInstance inspection = find(reference);
        model.addAttribute("office", office.name());
        model.addAttribute("reference", reference(inspection));
        model.addAttribute("address", address(inspection));
        model.addAttribute("hasEvidence", DiagramIds.INSPECTION_RESPONSE.equals(inspection.getProcessDefinitionKey()));
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
                                .filename("audit-" + address(inspection) + ".csv")
                                .build()
                                .toString())
                .body(csv.of(inspection));
    }

    private HistoricProcessInstance find(String reference) {
        return trail.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String reference(HistoricProcessInstance inspection) {
        return inspection.getBusinessKey() == null ? inspection.getId() : inspection.getBusinessKey();
    }

    /** A client may have chosen a reference that cannot stand in an address. */
    private static String address(HistoricProcessInstance inspection) {
        String reference = reference(inspection);
        return reference.matches("[A-Za-z0-9_-]+") ? reference : inspection.getId();
    }

    private static String shown(Date date) {
        return WrittenMoment.toTheSecond(date.toInstant());
    }

    record Listed(String reference, String address, String registered, String ended) {}

    record Shown(String at, String who, String what, String on, String detail) {}
}
