package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.opcc.inspectionresponse.Scopes;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings.Letter;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings.Settings;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.process.Recipient;

@DisplayName("The letter to a recipient")
class LettersTest {

    private static final Map<String, Object> INSPECTION = Map.of(
            "title", "Custody: “a second look” at $1",
            "inspectionType", "PEEL Inspection",
            "datePublished", "2026-10-10",
            "approvedOn", "2026-11-30");

    private static Letter letter(String subject, String text, Map<String, ?> inspection) {
        Settings none = new Settings("", new Letter("", "", "both"), "");
        RecipientSettings settings =
                new RecipientSettings(new Settings("", new Letter(subject, text, "pdf"), ""), none, none, none, none);
        return new Letters(
                        new Office("Office of the PCC for Norfolk", null),
                        settings,
                        new References("OPCCN/{year}/{number}"))
                .to(Recipient.HOME_OFFICE, Scopes.step(Scopes.variables(inspection)), "OPCCN-2026-14");
    }

    @Test
    @DisplayName("has every place filled in, with days as people write them")
    void filled() {
        Letter letter = letter(
                "{title} ({type})",
                "{reference}: published {published}, approved {approved}, last day {lastDay}.\n{office}",
                INSPECTION);
        assertThat(letter.subject()).isEqualTo("Custody: “a second look” at $1 (PEEL Inspection)");
        assertThat(letter.text())
                .isEqualTo("OPCCN/2026/14: published 10 October 2026, approved 30 November 2026,"
                        + " last day 4 December 2026.\nOffice of the PCC for Norfolk");
        assertThat(letter.attachments()).isEqualTo("pdf");
    }

    @Test
    @DisplayName("keeps in braces what it does not know, or does not know yet, and fills in nothing twice")
    void unknown() {
        Map<String, Object> inspection = new HashMap<>(INSPECTION);
        inspection.remove("approvedOn");
        inspection.put("title", "{office}");
        assertThat(letter("{title}", "Approved {approved}: {signature}, {}, { title }", inspection))
                .isEqualTo(new Letter("{office}", "Approved {approved}: {signature}, {}, { title }", "pdf"));
    }

    @Test
    @DisplayName("has a subject of one line, which the form takes")
    void subject() {
        Map<String, Object> inspection = new HashMap<>(INSPECTION);
        inspection.put("title", "One\r\nBcc: two\u0007" + "x".repeat(300));
        assertThat(letter("Our response: {title}", "", inspection).subject())
                .startsWith("Our response: One Bcc: two xxx")
                .endsWith("x…")
                .hasSize(250);
        inspection.put("title", "Cust\u0002ody of a\u00ADdults \uF0FC\uFFFD");
        assertThat(letter("{title}", "{title}", inspection))
                .isEqualTo(new Letter("Custody of adults \u2713", "Custody of adults \u2713", "pdf"));
        inspection.put("title", "x".repeat(250));
        assertThat(letter("{title}", "", inspection).subject()).isEqualTo("x".repeat(250));
    }
}
