package uk.opcc.inspectionresponse.publishing.earlier;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.text.PastedText;
import uk.opcc.inspectionresponse.publishing.register.EarlierResponse;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** Reads the lines of a CSV file, and says of each what is wrong in it. */
@Component
class ReadLines {

    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_TYPE = 200;
    private static final int LONGEST_LINK = 2_000;
    private static final int LONGEST_REFERENCE = 100;
    private static final int MOST_FILES = 10;

    /** A year with a digit too few is no year of an inspection. */
    private static final int FIRST_YEAR = 1950;

    private final References references;
    private final Clock clock;

    ReadLines(References references, Clock clock) {
        this.references = references;
        this.clock = clock;
    }

    ReadLine read(Row row) {
        List<String> problems = new ArrayList<>();
        if (row.hasMore()) {
            problems.add("The line has more values than there are columns. Put quotation marks around a value that has"
                    + " the sign in it that stands between the columns.");
        }
        String title = text(row, Column.TITLE, LONGEST_TITLE, problems);
        Optional<LocalDate> report = day(row, Column.REPORT_PUBLISHED, problems);
        String type = text(row, Column.TYPE, LONGEST_TYPE, problems);
        Optional<LocalDate> published = day(row, Column.RESPONSE_PUBLISHED, problems);
        if (report.isPresent() && published.isPresent() && report.get().isAfter(published.get())) {
            problems.add("Response published: " + WrittenDate.of(published.get())
                    + " is before the report was published, on " + WrittenDate.of(report.get())
                    + ". Correct one of the two.");
        }
        String link = link(row, problems);
        List<String> files = files(row, problems);
        if (link == null && files.isEmpty()) {
            problems.add("Files: there is neither a file nor a link. Name the file of the response, or give its link.");
        }
        String reference = reference(row, problems);
        return new ReadLine(
                row.line(),
                title,
                problems.isEmpty() ? new EarlierResponse(title, type, report.get(), published.get(), link) : null,
                reference,
                files,
                problems);
    }

    private static String text(Row row, Column column, int longest, List<String> problems) {
        String text = PastedText.inOneLine(row.value(column));
        if (text.isEmpty()) {
            problems.add(column.label() + ": it is empty. Write it.");
        } else if (text.length() > longest) {
            problems.add(column.label() + ": it has more than " + longest + " characters. Shorten it.");
        } else {
            PastedText.unreadable(text).ifPresent(unreadable -> problems.add(column.label() + ": " + unreadable));
        }
        // The database keeps every other one.
        return begin(text.replace("\0", ""), longest);
    }

    /** Without half of a character at its end, which no database keeps. */
    private static String begin(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private Optional<LocalDate> day(Row row, Column column, List<String> problems) {
        String typed = row.value(column);
        Optional<LocalDate> day = TypedDate.read(typed);
        if (typed.isEmpty()) {
            problems.add(column.label() + ": it is empty. Write the day, such as 19 July 2018.");
        } else if (day.isEmpty()) {
            problems.add(column.label() + ": \u201C" + shortened(typed)
                    + "\u201D is not a day. Write it as 19 July 2018 or 19/07/2018.");
        } else if (day.get().isAfter(StatutoryPeriod.today(clock))) {
            problems.add(column.label() + ": " + WrittenDate.of(day.get()) + " is in the future. Correct it.");
        } else if (day.get().getYear() < FIRST_YEAR) {
            problems.add(column.label() + ": " + WrittenDate.of(day.get())
                    + " is too long ago. Write all four digits of the year.");
        }
        return day;
    }

    private static String link(Row row, List<String> problems) {
        String link = row.value(Column.LINK);
        if (link.isEmpty()) {
            return null;
        }
        if (!isAddress(link)) {
            problems.add("Link: \u201C" + shortened(link)
                    + "\u201D is not the address of a web page. It must begin with https:// or http://.");
        }
        return link;
    }

    private static boolean isAddress(String link) {
        try {
            URI address = new URI(link);
            return link.length() <= LONGEST_LINK
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && PastedText.unreadable(link).isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> files(Row row, List<String> problems) {
        List<String> files = Arrays.stream(row.value(Column.FILES).split("[;|\\r\\n]"))
                .map(name -> PastedText.withoutSpaceAround(name).replaceAll("\\p{Cc}", ""))
                .filter(name -> !name.isEmpty())
                .toList();
        if (files.size() > MOST_FILES) {
            problems.add("Files: there are more than 10. Name those that are the response.");
            return List.of();
        }
        if (files.stream().map(BundledFile::folded).distinct().count() < files.size()) {
            problems.add("Files: one is named twice. Name each once.");
        }
        return files;
    }

    /** As it stands in the address of the response's page. */
    private String reference(Row row, List<String> problems) {
        String given = row.value(Column.REFERENCE);
        String reference = given.replaceAll("[/\\s]+", "-");
        if (reference.isEmpty()) {
            return "";
        }
        if (!reference.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*") || reference.length() > LONGEST_REFERENCE) {
            problems.add("Reference: \u201C" + shortened(given)
                    + "\u201D may have only letters, digits, hyphens and slashes, 100 of them at most.");
        } else if (references.isCounted(reference)) {
            problems.add("Reference: the office counts its inspections here by references such as " + shortened(given)
                    + ". Leave it empty, or give another.");
        }
        return reference;
    }

    private static String shortened(String typed) {
        String shown = PastedText.inOneLine(typed).replaceAll("\\p{C}", " ");
        return shown.length() <= 60 ? shown : begin(shown, 60) + "\u2026";
    }
}
