package uk.opcc.inspectionresponse.oversight.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfInspection;
import uk.opcc.inspectionresponse.publishing.document.Documents;

/**
 * What an auditor, or whoever answers a request for information, needs of an inspection; nothing can be changed here.
 */
@Controller
class EvidencePages {

    private final CollectEvidence evidence;
    private final EvidenceTemplate template;
    private final EvidenceZip zip;
    private final People people;
    private final Documents documents;
    private final PagesOfInspection pages;

    EvidencePages(
            CollectEvidence evidence,
            EvidenceTemplate template,
            EvidenceZip zip,
            People people,
            Documents documents,
            PagesOfInspection pages) {
        this.pages = pages;
        this.evidence = evidence;
        this.template = template;
        this.zip = zip;
        this.people = people;
        this.documents = documents;
    }

    @GetMapping("/evidence/{reference}")
    String page(@PathVariable String reference, Principal reader, Model model) {
        Evidence found = find(reference);
        model.addAllAttributes(template.values(found, false, mayAudit(reader)));
        model.addAttribute("pages", pages.of(found.reference(), reader.getName()));
        return EvidenceTemplate.NAME;
    }

    @GetMapping("/evidence/{reference}.zip")
    void file(@PathVariable String reference, HttpServletResponse response) throws IOException {
        // Once the first byte is sent nobody can be told to come again: before it there must have been a turn.
        Evidence found = documents.forWhoeverWaits(() -> find(reference));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("evidence-" + found.reference().replaceAll("[^A-Za-z0-9_-]+", "-") + ".zip")
                        .build()
                        .toString());
        zip.write(found, response.getOutputStream());
    }

    private Evidence find(String reference) {
        return evidence.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayAudit(Principal reader) {
        return people.isInGroup(reader.getName(), Groups.MANAGERS)
                || people.isInGroup(reader.getName(), Groups.ADMINISTRATORS);
    }
}
