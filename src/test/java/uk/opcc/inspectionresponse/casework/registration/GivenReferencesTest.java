package uk.opcc.inspectionresponse.casework.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.TheOffice;

@OfficeServer
@DisplayName("The reference of an inspection")
class GivenReferencesTest {

    private final ProcessEngine engine;
    private final TheOffice office;

    @Autowired
    GivenReferencesTest(ProcessEngine engine) {
        this.engine = engine;
        this.office = new TheOffice(engine);
    }

    @Test
    @DisplayName("is the next one in the year that nobody has chosen before its turn")
    void chosenBeforeItsTurn() {
        String last = office.registers("The last one", "2018-07-19").getBusinessKey();
        String next = after(last);
        chooses(next);
        chooses(after(next));

        assertThat(office.registers("The next one", "2018-07-19").getBusinessKey())
                .isEqualTo(after(after(next)));
    }

    /** A client that gives references of its own. */
    private void chooses(String reference) {
        String process = office.newestDiagram();
        ProcessInstance chosen = engine.getFormService()
                .submitStartForm(
                        process,
                        reference,
                        Map.of("title", "Chosen", "datePublished", "2018-07-19", "inspectionType", "PEEL Inspection"));
        assertThat(chosen.getBusinessKey()).isEqualTo(reference);
    }

    private static String after(String reference) {
        int number = reference.lastIndexOf('-') + 1;
        return reference.substring(0, number) + (Integer.parseInt(reference.substring(number)) + 1);
    }
}
