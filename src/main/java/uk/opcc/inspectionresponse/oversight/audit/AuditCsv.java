package uk.opcc.inspectionresponse.oversight.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
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

    /** Without it spreadsheets take UTF-8 for an older encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    /** Spreadsheets take what begins so for a formula. */
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private final AuditTrail trail;

    AuditCsv(AuditTrail trail) {
        this.trail = trail;
    }

    /** The file of an inspection, or of a correction. */
    public byte[] of(HistoricProcessInstance inspection) {
        StringWriter csv = new StringWriter();
        csv.append(BYTE_ORDER_MARK);
        try (CSVPrinter rows = new CSVPrinter(csv, FORMAT)) {
            rows.printRecord("When", "Clock", "User name", "Name", "Action", "On", "Detail");
            for (AuditEntry entry : trail.of(inspection)) {
                rows.printRecord(Stream.of(
                                TIME.format(entry.at().toInstant()),
                                CLOCK.format(entry.at().toInstant()),
                                entry.user(),
                                entry.name(),
                                entry.what(),
                                entry.on() == null ? "" : entry.on(),
                                entry.detail())
                        .map(AuditCsv::noFormula));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(String value) {
        return FORMAT.format(noFormula(value));
    }

    private static String noFormula(String value) {
        return !value.isEmpty() && BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
