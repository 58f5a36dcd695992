package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.text.PastedText;

/**
 * The CSV file, as Excel and others write it: in UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs, and
 * with its columns in any order.
 */
final class Sheet {

    private static final int MOST_LINES = 5_000;
    private static final Charset OF_WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The first line by which Excel knows what stands between the columns. */
    private static final Pattern SAYS_SEPARATOR =
            Pattern.compile("\"?sep=([,;\t])\"?[ \t]*(?:[\r\n]|$)", Pattern.CASE_INSENSITIVE);

    private static final Set<Column> NEEDED =
            EnumSet.of(Column.TITLE, Column.REPORT_PUBLISHED, Column.TYPE, Column.RESPONSE_PUBLISHED);

    private Sheet() {}

    /**
     * The lines that have anything in them.
     *
     * @throws RequestRefused if a column is missing, unknown or there twice, or the file is no CSV
     */
    static List<Row> read(byte[] file) {
        String text = decoded(file);
        List<Row> rows = new ArrayList<>();
        boolean saysSeparator = SAYS_SEPARATOR.matcher(text).lookingAt();
        List<Column> columns = null;
        int line = 0;
        try (CSVParser records = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                // Typed by hand: "PEEL" effectiveness
                .setTrailingData(true)
                .get()
                .parse(new StringReader(text))) {
            for (CSVRecord record : records) {
                line++;
                List<String> values =
                        record.stream().map(PastedText::withoutSpaceAround).toList();
                boolean isEmpty = line == 1 && saysSeparator || values.stream().allMatch(String::isEmpty);
                if (!isEmpty && columns == null) {
                    columns = columns(values);
                } else if (!isEmpty) {
                    rows.add(row(line, columns, values));
                }
                if (rows.size() > MOST_LINES) {
                    throw Refused.input(
                            "CSV file: it has more than 5,000 lines. Make several files of it, and import one after the other.");
                }
            }
        } catch (UncheckedIOException | IllegalStateException | IOException e) {
            throw Refused.input("CSV file, line " + (line + 1)
                    + ": a quotation mark is wrong. Put quotation marks around the whole value, and write one within it"
                    + " twice.");
        }
        if (columns == null || rows.isEmpty()) {
            throw Refused.input("CSV file: it has no line below the names of the columns. Add one for each response.");
        }
        return rows;
    }

    private static Row row(int line, List<Column> columns, List<String> values) {
        Map<Column, String> named = new EnumMap<>(Column.class);
        boolean hasMore = false;
        for (int at = 0; at < values.size(); at++) {
            Column column = at < columns.size() ? columns.get(at) : null;
            if (column != null) {
                named.put(column, values.get(at));
            } else if (!values.get(at).isEmpty()) {
                hasMore = true;
            }
        }
        return new Row(line, named, hasMore);
    }

    /** By their places; null where a column has no name. */
    private static List<Column> columns(List<String> names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            Column column = name.isEmpty()
                    ? null
                    : Column.named(name)
                            .orElseThrow(() -> Refused.input("CSV file, column " + shortened(name)
                                    + ": there is no such column. The columns are " + allColumns()
                                    + ": correct its name, or take it out."));
            if (column != null && columns.contains(column)) {
                throw Refused.input("CSV file, column " + column.label() + ": it is there twice. Take one out.");
            }
            columns.add(column);
        }
        for (Column needed : NEEDED) {
            if (!columns.contains(needed)) {
                throw Refused.input("CSV file, column " + needed.label()
                        + ": it is missing. The first line must name the columns: " + allColumns() + ".");
            }
        }
        if (!columns.contains(Column.LINK) && !columns.contains(Column.FILES)) {
            throw Refused.input("CSV file, column " + Column.FILES.label()
                    + ": it is missing, and there is no column Link in its place. One of them must be there.");
        }
        return columns;
    }

    private static String allColumns() {
        return EnumSet.allOf(Column.class).stream().map(Column::label).collect(Collectors.joining(", "));
    }

    private static String shortened(String name) {
        String shown = name.replaceAll("[\\p{C}\\s]+", " ");
        return shown.length() <= 50 ? shown : shown.substring(0, 50) + "\u2026";
    }

    private static String decoded(byte[] file) {
        String text;
        if (beginsWith(file, 0xFF, 0xFE)) {
            text = new String(file, StandardCharsets.UTF_16LE);
        } else if (beginsWith(file, 0xFE, 0xFF)) {
            text = new String(file, StandardCharsets.UTF_16BE);
        } else {
            text = utf8OrWindows(file);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String utf8OrWindows(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, OF_WINDOWS);
        }
    }

    private static boolean beginsWith(byte[] file, int... bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (at >= file.length || Byte.toUnsignedInt(file[at]) != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    /** The one that stands between the names of the columns. */
    private static char delimiter(String text) {
        Matcher said = SAYS_SEPARATOR.matcher(text);
        if (said.lookingAt()) {
            return said.group(1).charAt(0);
        }
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        long commas = header.chars().filter(one -> one == ',').count();
        long semicolons = header.chars().filter(one -> one == ';').count();
        long tabs = header.chars().filter(one -> one == '\t').count();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
