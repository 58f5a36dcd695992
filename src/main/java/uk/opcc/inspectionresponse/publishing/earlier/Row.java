package uk.opcc.inspectionresponse.publishing.earlier;

import java.util.Map;

/**
 * A line of the CSV file below its header.
 *
 * @param line as a spreadsheet counts it, the header being 1
 * @param values by their columns, empty where there is none
 * @param hasMore whether it has more values than there are columns
 */
record Row(int line, Map<Column, String> values, boolean hasMore) {

    String value(Column column) {
        return values.getOrDefault(column, "");
    }
}
