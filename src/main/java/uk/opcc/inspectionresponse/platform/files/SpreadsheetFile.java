package uk.opcc.inspectionresponse.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A file of comma-separated values that a spreadsheet opens as what it says: in UTF-8, and with no cell that would be
 * worked out as a formula.
 */
public final class SpreadsheetFile {

    /** Without it spreadsheets take UTF-8 for an older encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    /** Spreadsheets take what begins so for a formula. */
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private final CSVPrinter rows;

    /** Begins the file with the names of its columns. */
    public SpreadsheetFile(OutputStream to, List<String> columns) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writer.append(BYTE_ORDER_MARK);
        rows = new CSVPrinter(writer, FORMAT);
        row(columns);
    }

    /** Writes a row; null is an empty cell. */
    public void row(List<String> cells) throws IOException {
        rows.printRecord(cells.stream().map(SpreadsheetFile::noFormula));
    }

    /** A cell as the file has it. */
    public static String cell(String value) {
        return FORMAT.format(noFormula(value));
    }

    private static String noFormula(String value) {
        if (value == null) {
            return "";
        }
        return !value.isEmpty() && BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    /** Hands on what was written; the stream stays open. */
    public void end() throws IOException {
        rows.flush();
    }
}
