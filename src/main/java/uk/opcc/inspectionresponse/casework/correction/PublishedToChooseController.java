package uk.opcc.inspectionresponse.casework.correction;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.tasks.InspectionToChoose;
import uk.opcc.inspectionresponse.publishing.register.Register;

/** Offers the published responses, of which a form asks for one, by what people call them. */
@RestController
class PublishedToChooseController {

    /** Whoever means an earlier one types its reference. */
    private static final int AT_MOST = 500;

    private final Register register;
    private final References references;

    PublishedToChooseController(Register register, References references) {
        this.register = register;
        this.references = references;
    }

    /** The published responses, the latest first; they are public. */
    @GetMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/inspections/published")
    List<InspectionToChoose> published() {
        return register.latest(AT_MOST).stream()
                .map(entry -> new InspectionToChoose(
                        entry.reference(), references.shown(entry.reference()) + ", " + entry.title()))
                .toList();
    }
}
