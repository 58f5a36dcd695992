package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;

/** The blocks of a text, as one line after another is added to them. */
final class BlocksInOrder {

    private final List<Block> all = new ArrayList<>();

    /** The block that may go on: its kind, or null where there is none, its entries, and their numbers. */
    private Block.Kind kind;

    private final List<List<Block.Line>> entries = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    private boolean afterEmptyLine;

    /** Adds a block that is whole. */
    void add(Block block) {
        end();
        all.add(block);
    }

    /** Adds an item with a bullet. */
    void addItem(String text) {
        begin(Block.Kind.BULLETS, kind == Block.Kind.BULLETS);
        addEntry(text);
    }

    /** Adds an item with a number. */
    void addItem(int number, String text) {
        begin(Block.Kind.NUMBERS, kind == Block.Kind.NUMBERS && number > numbers.get(numbers.size() - 1));
        numbers.add(number);
        addEntry(text);
    }

    /** Adds a line of text, which goes on with the paragraph before it or, indented, with the item. */
    void addLine(String line, boolean indented) {
        boolean inParagraph = kind == Block.Kind.PARAGRAPH;
        if (kind != null && !afterEmptyLine && (inParagraph || indented)) {
            entries.get(entries.size() - 1).add(Block.Line.of(inParagraph ? line : line.stripLeading()));
        } else {
            begin(Block.Kind.PARAGRAPH, false);
            addEntry(line);
        }
    }

    /** Ends a paragraph; the items of a list may have such lines between them. */
    void emptyLine() {
        afterEmptyLine = true;
    }

    /** The blocks, once every line was added. */
    List<Block> all() {
        end();
        return List.copyOf(all);
    }

    private void begin(Block.Kind next, boolean goesOn) {
        if (!goesOn) {
            end();
            kind = next;
        }
        afterEmptyLine = false;
    }

    private void addEntry(String text) {
        entries.add(new ArrayList<>(List.of(Block.Line.of(text))));
    }

    private void end() {
        if (kind != null) {
            List<Block.Entry> ended = entries.stream()
                    .map(lines -> new Block.Entry(List.copyOf(lines)))
                    .toList();
            all.add(
                    switch (kind) {
                        case BULLETS -> new Block.BulletList(ended);
                        case NUMBERS -> new Block.NumberedList(List.copyOf(numbers), ended);
                        default -> new Block.Paragraph(ended.get(0));
                    });
        }
        kind = null;
        entries.clear();
        numbers.clear();
    }
}
