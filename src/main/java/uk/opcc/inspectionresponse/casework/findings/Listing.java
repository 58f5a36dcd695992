package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text below one title, of which several items may stand: numbered, or in lists below what they share, or neither. */
final class Listing {

    private static final Pattern OF_WHAT_IS_ABOVE = Pattern.compile(
            "(?is)^(?:this|it|these|those|they|such|in doing (?:so|this)|as a minimum|in particular|to do this)\\b.*");

    private static final int WORDS_OF_A_REMARK = 8;

    private static final int WORDS_OF_A_TITLE = 10;

    private final NamedBodies bodies;

    Listing(NamedBodies bodies) {
        this.bodies = bodies;
    }

    List<Part> parts(List<String> lines, Kind kind) {
        String text = String.join("\n", lines);
        Numbered.Marks numbered = Numbered.in(text);
        return numbered.marks().isEmpty() ? unnumbered(lines, kind) : numbered(text, numbered, kind);
    }

    private List<Part> numbered(String text, Numbered.Marks numbered, Kind kind) {
        List<Part> parts = new ArrayList<>();
        String lead = "";
        String above = numbered.above();
        if (isLead(above)) {
            lead = above;
            above = "";
        }
        for (Part part : Numbered.parts(text, numbered.marks(), kind)) {
            int cut = part.text().lastIndexOf("\n") + 1;
            int paragraph = Math.max(cut, part.text().lastIndexOf("\n\n") + 2);
            String last = part.text().substring(Math.min(paragraph, part.text().length()));
            boolean leads = cut > 0
                    && isLead(last)
                    && parts.size() + 1 < numbered.marks().size();
            String own = leads ? part.text().substring(0, paragraph).strip() : part.text();
            Part whole = part.withText(lead.isEmpty() ? own : (lead + "\n" + own).strip());
            parts.add(
                    above.isEmpty()
                            ? whole
                            : whole.withText((above + "\n\n" + own).strip()).doubted(Doubt.ABOVE));
            above = "";
            lead = leads ? last : lead;
        }
        return List.copyOf(parts);
    }

    private boolean isLead(String text) {
        return text.endsWith(":") && Lead.of(text, bodies) == Lead.OF_SEVERAL;
    }

    private List<Part> unnumbered(List<String> lines, Kind kind) {
        List<Block> blocks = Block.in(lines, bodies);
        boolean haveTitles = kind == Kind.AREA_FOR_IMPROVEMENT
                && blocks.stream().anyMatch(block -> !block.isBullet() && Duty.begins(block.text(), bodies));
        long duties = kind == Kind.RECOMMENDATION
                ? blocks.stream()
                        .filter(block -> !block.isBullet() && Duty.begins(block.text(), bodies))
                        .limit(2)
                        .count()
                : 0;
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < blocks.size()) {
            Block block = blocks.get(at);
            int end = endOfList(blocks, at + 1);
            if (block.isBullet()) {
                end = endOfList(blocks, at);
                list(parts, "", blocks.subList(at, end), kind);
                at = end;
                continue;
            }
            Lead lead = end > at + 1 ? Lead.of(block.text(), bodies) : Lead.OF_ONE;
            if (lead == Lead.OF_SEVERAL) {
                list(parts, block.text(), blocks.subList(at + 1, end), kind);
            } else if (!haveTitles || !isTitleOfChapter(blocks, at)) {
                Part one = Part.of(kind, null, whole(blocks.subList(at, end)));
                boolean goesOn = !parts.isEmpty()
                        && (OF_WHAT_IS_ABOVE.matcher(block.text()).matches()
                                || haveTitles && !Duty.begins(block.text(), bodies)
                                || duties == 2 && isRemark(block.text()));
                add(parts, lead == Lead.DOUBTFUL ? one.doubted(Doubt.LIST) : one, goesOn);
            }
            at = end;
        }
        return List.copyOf(parts);
    }

    /** "Leadership, accountability and partnerships" above areas for improvement. */
    private boolean isTitleOfChapter(List<Block> blocks, int at) {
        String text = blocks.get(at).text();
        return at + 1 < blocks.size()
                && text.indexOf('\n') < 0
                && Duty.wordsIn(text) <= WORDS_OF_A_TITLE
                && Character.isLetter(text.codePointBefore(text.length()))
                && Duty.in(text).isEmpty()
                && Duty.begins(blocks.get(at + 1).text(), bodies);
    }

    private static void add(List<Part> parts, Part one, boolean goesOn) {
        if (goesOn) {
            Part whole = parts.remove(parts.size() - 1).and("\n" + one.text());
            for (String doubt : one.doubts()) {
                whole = whole.doubted(doubt);
            }
            parts.add(whole);
        } else {
            parts.add(beginsInSentence(one) ? one.doubted(Doubt.BEGIN) : one);
        }
    }

    private static boolean beginsInSentence(Part one) {
        return !one.text().isEmpty() && Character.isLowerCase(one.text().codePointAt(0));
    }

    /** It says nothing of what should be done, beside those that do. */
    private boolean isRemark(String text) {
        return text.endsWith(".")
                && Duty.wordsIn(Duty.flat(text)) > WORDS_OF_A_REMARK
                && Duty.in(text).isEmpty();
    }

    private static int endOfList(List<Block> blocks, int from) {
        int end = from;
        while (end < blocks.size() && blocks.get(end).isBullet()) {
            end++;
        }
        return end;
    }

    private static String whole(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            text.append(text.isEmpty() ? "" : "\n").append(block.whole());
        }
        return text.toString();
    }

    /** A list within a line of the list belongs to that line. */
    private static void list(List<Part> parts, String lead, List<Block> list, Kind kind) {
        Block first = list.get(0);
        List<Block> one = new ArrayList<>();
        for (Block block : list) {
            if (!one.isEmpty() && block.isBeside(first)) {
                parts.add(lineOfList(lead, one, kind));
                one.clear();
            }
            one.add(block);
        }
        parts.add(lineOfList(lead, one, kind));
    }

    private static Part lineOfList(String lead, List<Block> one, Kind kind) {
        String whole = whole(one);
        Block first = one.get(0);
        boolean isOpen = one.size() == 1 && first.text().endsWith(":");
        String own = lead.isEmpty() ? whole.substring(whole.indexOf(first.text())) : whole;
        Part part = Part.of(kind, null, lead.isEmpty() ? own : lead + "\n" + own);
        return isOpen ? part.doubted(Doubt.END) : part;
    }
}
