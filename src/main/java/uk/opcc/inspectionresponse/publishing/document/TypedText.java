package uk.opcc.inspectionresponse.publishing.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import uk.opcc.inspectionresponse.platform.text.PastedText;

/**
 * Text as a person typed it, told apart into what a document can show: paragraphs between empty lines, line breaks,
 * lists of lines that begin with a bullet (see {@link Bullets}) or with "1. ", and links. Everything else stands in it
 * as it was typed, in the characters that were meant: see {@link PastedText}.
 *
 * @param blocks in the order of the text; none where nothing was typed
 */
record TypedText(List<Block> blocks) {

    private static final Pattern NUMBER = Pattern.compile("[ \\t]*([1-9]\\d{0,2})\\.[ \\t]+(?=\\S)");
    private static final Pattern INDENTED = Pattern.compile("[ \\t]+\\S.*");

    /** Not \b: that looks back over all accents in a row, again at each of them. */
    private static final Pattern LINK =
            Pattern.compile("(?<![\\p{L}\\p{Nd}\\p{Mn}_])https?://[^\\s\\p{C}<>\"“”]+", Pattern.CASE_INSENSITIVE);

    private static final LinkExtractor ADDRESSES =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

    private static final String NOT_AT_THE_END_OF_A_LINK = ".,;:!?'’»*_";

    /** A longer address is no link in Word, so it is none in any format. */
    private static final int LONGEST_LINK = 2000;

    /** A PDF would show nothing for it, and the columns of a pasted table as one word. */
    private static final String TAB = "    ";

    /** What a block is; a paragraph has one entry, a list has one for each item. */
    enum Kind {
        PARAGRAPH,
        BULLETS,
        NUMBERS
    }

    /**
     * A paragraph or a list.
     *
     * @param start the number of the first entry, 1 or more; of no meaning but in a numbered list
     */
    record Block(Kind kind, int start, List<Entry> entries) {

        /** How many digits the number of the last entry has: the list needs room for them. */
        public int digits() {
            return String.valueOf(start + entries.size() - 1).length();
        }

        private boolean goesOnWith(Kind next, int number) {
            return kind == next && (kind == Kind.BULLETS || number == start + entries.size());
        }
    }

    /** Lines that belong together. */
    record Entry(List<Line> lines) {}

    /** A line as it was typed. */
    record Line(List<Run> runs) {}

    /**
     * A piece of a line.
     *
     * @param link where it leads, as a URI; null for text alone
     */
    record Run(String text, String link) {}

    /** Reads what was typed; nothing typed, or null, is no block. */
    static TypedText of(String typed) {
        List<Block> blocks = new ArrayList<>();
        boolean afterEmptyLine = true;
        List<String> lines = lines(typed);
        int[] bullets = Bullets.endsIn(lines);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.isBlank()) {
                add(blocks, line, bullets[at], afterEmptyLine);
            }
            afterEmptyLine = line.isBlank();
        }
        return new TypedText(List.copyOf(blocks));
    }

    /** With a bullet in the line of its text, and an address that was wrapped in one line. */
    private static List<String> lines(String typed) {
        List<String> lines = new ArrayList<>();
        boolean takesNext = false;
        for (String line : inCharacters(typed).split("\n", -1)) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (takesNext && !line.isBlank() && !Bullets.mayBegin(line)) {
                lines.set(lines.size() - 1, last.stripTrailing() + " " + line.stripLeading());
                takesNext = false;
            } else if (WrappedAddress.goesOn(last, line)) {
                lines.set(lines.size() - 1, last + line.stripLeading());
                takesNext = false;
            } else {
                lines.add(line);
                takesNext = Bullets.isAlone(line);
            }
        }
        return lines;
    }

    /** Reads a short text that stands in one line, such as a title. */
    static String inOneLine(String typed) {
        return typed == null
                ? ""
                : inCharacters(typed.replace('\t', ' ')).replace('\n', ' ').strip();
    }

    private static void add(List<Block> blocks, String line, int bullet, boolean afterEmptyLine) {
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        Matcher number = NUMBER.matcher(line);
        if (bullet > 0) {
            addItem(blocks, last, Kind.BULLETS, 1, line.substring(bullet));
        } else if (number.lookingAt()) {
            addItem(blocks, last, Kind.NUMBERS, Integer.parseInt(number.group(1)), line.substring(number.end()));
        } else if (last != null
                && !afterEmptyLine
                && (last.kind() == Kind.PARAGRAPH || INDENTED.matcher(line).matches())) {
            String text = last.kind() == Kind.PARAGRAPH ? line : line.stripLeading();
            last.entries().get(last.entries().size() - 1).lines().add(line(text));
        } else {
            blocks.add(new Block(Kind.PARAGRAPH, 1, entries(line)));
        }
    }

    private static void addItem(List<Block> blocks, Block last, Kind kind, int number, String text) {
        if (last != null && last.goesOnWith(kind, number)) {
            last.entries().add(entries(text).get(0));
        } else {
            blocks.add(new Block(kind, number, entries(text)));
        }
    }

    private static List<Entry> entries(String text) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(text));
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(lines));
        return entries;
    }

    private static Line line(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            String address = withoutPunctuation(links.group());
            String link = uri(address);
            if (link != null) {
                if (links.start() > end) {
                    runs.add(new Run(text.substring(end, links.start()), null));
                }
                runs.add(new Run(address, link));
                end = links.start() + address.length();
            }
        }
        if (end < text.length()) {
            runs.add(new Run(text.substring(end), null));
        }
        return new Line(runs);
    }

    /** Ends an address where the extractor ends it, and before the marks that it takes for a part of it. */
    private static String withoutPunctuation(String address) {
        Iterator<LinkSpan> found = ADDRESSES.extractLinks(address).iterator();
        int end = found.hasNext() ? found.next().getEndIndex() : 0;
        while (end > 0 && NOT_AT_THE_END_OF_A_LINK.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private static String uri(String address) {
        if (address.length() > LONGEST_LINK) {
            return null;
        }
        try {
            URI uri = new URI(address);
            String link = uri.toASCIIString();
            return uri.getHost() == null || link.length() > LONGEST_LINK ? null : link;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /**
     * In the characters that were meant, without those of which nobody can know, and with the room of a tab in spaces.
     */
    private static String inCharacters(String typed) {
        if (typed == null) {
            return "";
        }
        String text = PastedText.clean(typed);
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        !PastedText.isUnreadable(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .forEach(c -> {
                    if (c == '\t') {
                        kept.append(TAB);
                    } else {
                        kept.appendCodePoint(c);
                    }
                });
        return kept.toString();
    }
}
