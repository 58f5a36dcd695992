package uk.opcc.inspectionresponse.publishing.document;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a typed text that a document shows as one element. */
sealed interface Block permits Block.Paragraph, Block.Heading, Block.BulletList, Block.NumberedList, Table {

    /** What a block is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        BULLETS,
        NUMBERS,
        TABLE
    }

    /** What this is. */
    Kind kind();

    /** What it says, in the order of reading. */
    List<Entry> entries();

    /** Lines that belong together. */
    record Entry(List<Line> lines) {

        static Entry of(String text) {
            return new Entry(text.lines().map(Line::of).toList());
        }

        /** Whether nothing stands in it. */
        public boolean isEmpty() {
            return lines.isEmpty();
        }

        String text() {
            return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        }
    }

    /** A line as it was typed. */
    record Line(List<Run> runs) {

        static Line of(String text) {
            return new Line(Links.in(text));
        }

        String text() {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }
    }

    /**
     * A piece of a line.
     *
     * @param link where it leads, as a URI; null for text alone
     */
    record Run(String text, String link) {}

    /** Lines between empty ones. */
    record Paragraph(Entry text) implements Block {

        @Override
        public Kind kind() {
            return Kind.PARAGRAPH;
        }

        @Override
        public List<Entry> entries() {
            return List.of(text);
        }
    }

    /**
     * A heading within the section in which the text stands.
     *
     * @param depth how many levels it is below the section's own; none is skipped
     */
    record Heading(int depth, Entry text) implements Block {

        @Override
        public Kind kind() {
            return Kind.HEADING;
        }

        @Override
        public List<Entry> entries() {
            return List.of(text);
        }
    }

    /** Lines that begin with a bullet. */
    record BulletList(List<Entry> entries) implements Block {

        @Override
        public Kind kind() {
            return Kind.BULLETS;
        }
    }

    /**
     * Lines that begin with numbers, which rise.
     *
     * @param numbers as they were typed, one for each entry
     */
    record NumberedList(List<Integer> numbers, List<Entry> entries) implements Block {

        @Override
        public Kind kind() {
            return Kind.NUMBERS;
        }

        /** How many digits the last number has: the list needs room for them. */
        public int digits() {
            return String.valueOf(numbers.get(numbers.size() - 1)).length();
        }

        /** The number that an entry has to be given, or null where counting on gives it. */
        public Integer given(int entry) {
            int counted = entry == 0 ? 1 : numbers.get(entry - 1) + 1;
            return numbers.get(entry) == counted ? null : numbers.get(entry);
        }
    }
}
