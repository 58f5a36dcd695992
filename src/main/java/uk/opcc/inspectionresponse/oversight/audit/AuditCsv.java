package uk.opcc.inspectionresponse.oversight.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.files.SpreadsheetFile;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Who did what and when in an inspection, as a file for a spreadsheet. */
@Component
public class AuditCsv {

    /** Spreadsheets take it for a date and a time, in any language. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(StatutoryPeriod.ZONE);

    /** BST or GMT: an hour of October comes twice. */
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("zzz", Locale.UK).withZone(StatutoryPeriod.ZONE);

    private static final List<String> COLUMNS = List.of("When", "Clock", "User name", "Name", "Action", "On", "Detail");

    private final AuditTrail trail;

    AuditCsv(AuditTrail trail) {
        this.trail = trail;
    }

    /** The file of an inspection, or of a correction. */
    public byte[] of(HistoricProcessInstance inspection) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try {
            SpreadsheetFile rows = new SpreadsheetFile(csv, COLUMNS);
            for (AuditEntry entry : trail.of(inspection)) {
                rows.row(Arrays.asList(
                        TIME.format(entry.at().toInstant()),
                        CLOCK.format(entry.at().toInstant()),
                        entry.user(),
                        entry.name(),
                        entry.what(),
                        entry.on(),
                        entry.detail()));
            }
            rows.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toByteArray();
    }
}
