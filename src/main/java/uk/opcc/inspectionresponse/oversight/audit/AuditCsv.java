package uk.opcc.inspectionresponse.oversight.audit;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Who did what and when in an inspection, as a file for a spreadsheet. */
@Component
public class AuditCsv {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(StatutoryPeriod.ZONE);

    /** Spreadsheets take what begins so for a formula. */
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private final AuditTrail trail;

    AuditCsv(AuditTrail trail) {
        this.trail = trail;
    }

    /** The file of an inspection, or of a correction. */
    public byte[] of(HistoricProcessInstance inspection) {
        return Stream.concat(
                        Stream.of(List.of("when", "user", "name", "action", "on", "detail")),
                        trail.of(inspection).stream()
                                .map(entry -> List.of(
                                        TIME.format(entry.at().toInstant()),
                                        entry.user(),
                                        entry.name(),
                                        entry.what(),
                                        entry.on() == null ? "" : entry.on(),
                                        entry.detail())))
                .map(row -> row.stream().map(AuditCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String cell(String value) {
        String safe = !value.isEmpty() && BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
