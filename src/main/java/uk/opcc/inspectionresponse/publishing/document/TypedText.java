package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.text.PastedText;

/**
 * Text as a person typed it, told apart into what a document can show: paragraphs between empty lines, line breaks,
 * headings (see {@link Headings}), lists of lines that begin with a bullet (see {@link Bullets}) or a number (see
 * {@link ListNumbers}), tables of lines with tabs or bars (see {@link TableLines}), and links. Everything else stands
 * in it as it was typed, in the characters that were meant: see {@link PastedText}.
 *
 * @param blocks in the order of the text; none where nothing was typed
 */
record TypedText(List<Block> blocks) {

    private static final Pattern INDENTED = Pattern.compile("[ \\t]+\\S.*");

    /** A PDF would show nothing for it, and the columns of a single line as one word. */
    private static final String TAB = "    ";

    /** Reads what was typed; nothing typed, or null, is no block. */
    static TypedText of(String typed) {
        return new Reading(inCharacters(typed)).text();
    }

    /** Reads a short text that stands in one line, such as a title. */
    static String inOneLine(String typed) {
        return typed == null
                ? ""
                : inCharacters(typed).replace('\t', ' ').replace('\n', ' ').strip();
    }

    /** In the characters that were meant, without those of which nobody can know. */
    private static String inCharacters(String typed) {
        if (typed == null) {
            return "";
        }
        String text = PastedText.clean(typed);
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        !PastedText.isUnreadable(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Tables first: their lines are in columns, whatever they begin with. An empty line keeps the place of each. */
    private static final class Reading {

        private final List<String> lines = new ArrayList<>();
        private final Map<Integer, Table> tables = new HashMap<>();
        private boolean takesNext;

        private Reading(String text) {
            List<String> typed = List.of(text.split("\n", -1));
            int at = 0;
            while (at < typed.size()) {
                Optional<TableLines> found = TableLines.at(typed, at);
                int end = found.map(TableLines::end).orElse(at + 1);
                Optional<Table> table = found.flatMap(TableLines::table);
                if (table.isPresent()) {
                    tables.put(lines.size(), table.get());
                    lines.add("");
                    takesNext = false;
                } else {
                    typed.subList(at, end).forEach(line -> add(line.replace("\t", TAB)));
                }
                at = end;
            }
        }

        /** With a bullet in the line of its text, and an address that was wrapped in one line. */
        private void add(String line) {
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

        private TypedText text() {
            Headings headings = Headings.of(lines);
            int[] bullets = Bullets.endsIn(lines);
            boolean[] apart = new boolean[lines.size()];
            for (int at = 0; at < apart.length; at++) {
                apart[at] = tables.containsKey(at) || headings.depth(at) > 0;
            }
            ListNumbers numbers = ListNumbers.of(lines, bullets, apart);
            BlocksInOrder blocks = new BlocksInOrder();
            for (int at = 0; at < lines.size(); at++) {
                String line = lines.get(at);
                if (tables.containsKey(at)) {
                    blocks.add(tables.get(at));
                } else if (line.isBlank()) {
                    blocks.emptyLine();
                } else if (headings.depth(at) > 0) {
                    blocks.add(new Block.Heading(headings.depth(at), Block.Entry.of(headings.text(at))));
                } else if (bullets[at] > 0) {
                    blocks.addItem(line.substring(bullets[at]));
                } else if (numbers.isItem(at)) {
                    blocks.addItem(numbers.number(at), numbers.text(at));
                } else {
                    blocks.addLine(line, INDENTED.matcher(line).matches());
                }
            }
            return new TypedText(blocks.all());
        }
    }
}
