package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The items in a text that was pasted from a report, in its order.
 *
 * <p>Lines of three or more hyphens always part them, as do headings such as "Recommendation 1"; where there are lines
 * of hyphens, nothing else does. Below a title for several items, and where there are no headings, they are told apart
 * by their numbers, or by the lists in which they stand, or by empty lines.
 */
final class ReportText {

    private static final Pattern RULE = Pattern.compile("[ \\t]*-{3,}[ \\t]*");

    private static final Pattern LEFT_OUT = Pattern.compile("(?i)[ \\t]*\\((?:the )?(?:(?:other|remaining) )?"
            + "(?:recommendations?|areas? for improvement|AFIs?|causes? of concern)\\b[^()]{0,120}\\)[ \\t]*");

    private static final int LONGEST_TITLE = 80;

    private final NamedBodies bodies;
    private final Headings headings;
    private final Listing listing;
    private final boolean isProse;

    private final List<Part> parts = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private Kind listed = Kind.RECOMMENDATION;
    private List<String> to = List.of();
    private String deadline;
    private String above = "";
    private boolean isBelowCause;
    private boolean causeHasItems;
    private boolean isChapter;

    private ReportText(NamedBodies bodies, boolean isProse) {
        this.bodies = bodies;
        this.headings = new Headings(bodies);
        this.listing = new Listing(bodies);
        this.isProse = isProse;
    }

    /** The items of a text that holds nothing else. */
    static List<Part> ofItems(String text, NamedBodies bodies) {
        return new ReportText(bodies, false).read(text);
    }

    /** The items in a text that mainly says other things: those that stand below a heading. */
    static List<Part> ofFindings(String text, NamedBodies bodies) {
        return new ReportText(bodies, true).read(text);
    }

    /** Lines below one heading, or above the first of a piece. */
    private static final class Section {

        private final Heading heading;
        private final List<String> lines = new ArrayList<>();

        private Section(Heading heading) {
            this.heading = heading;
            if (heading != null && !heading.rest().isBlank()) {
                lines.add(heading.rest());
            }
        }

        private String text() {
            return String.join("\n", lines).strip();
        }

        private boolean isOf(Kind kind) {
            return heading != null && heading.kind() == kind;
        }
    }

    private List<Part> read(String text) {
        List<List<String>> pieces = pieces(text);
        boolean haveRules = pieces.size() > 1;
        for (List<String> piece : pieces) {
            List<Section> sections = sections(piece);
            for (int at = 0; at < sections.size(); at++) {
                if (haveRules && !isProse) {
                    whole(sections.get(at));
                } else {
                    section(sections, at);
                }
            }
        }
        if (!above.isEmpty()) {
            add(Part.of(listed, null, above));
            above = "";
        }
        for (String remark : leftOut) {
            if (!parts.isEmpty()) {
                parts.add(parts.remove(parts.size() - 1).doubted(Doubt.leftOut(remark)));
            }
        }
        return List.copyOf(parts);
    }

    private List<List<String>> pieces(String text) {
        List<List<String>> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        pieces.add(piece);
        for (String line : text.split("\n", -1)) {
            if (RULE.matcher(line).matches()) {
                piece = new ArrayList<>();
                pieces.add(piece);
            } else if (line.length() < 200 && LEFT_OUT.matcher(line).matches()) {
                leftOut.add(line.strip().replaceAll("^\\(|\\)$", "").replaceAll("\\.$", ""));
            } else {
                piece.add(line);
            }
        }
        return pieces.stream().map(PageFurniture::without).toList();
    }

    private List<Section> sections(List<String> lines) {
        List<Section> sections = new ArrayList<>();
        Section open = new Section(null);
        sections.add(open);
        boolean mayBeTitle = true;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            Optional<Heading> heading = headings.at(lines, at);
            if (heading.isEmpty() && mayBeTitle && isOpenForTitles(open)) {
                heading = headings.title(line);
            }
            if (heading.filter(Heading::continued).isPresent()) {
                open = continued(sections, heading.get(), open);
            } else if (heading.isPresent()) {
                if (heading.get().chapter()) {
                    withoutTitleOfChapter(open);
                }
                open = new Section(heading.get());
                sections.add(open);
            } else {
                open.lines.add(line);
            }
            mayBeTitle = line.isBlank()
                    || heading.isPresent()
                    || line.stripTrailing().endsWith(".");
        }
        return sections;
    }

    /** "With immediate effect" right below "Recommendation 3" is of the recommendation. */
    private static boolean isOpenForTitles(Section open) {
        return open.heading == null || open.heading.several() || !open.text().isEmpty();
    }

    private static Section continued(List<Section> sections, Heading heading, Section open) {
        if (heading.number() == null) {
            return open;
        }
        for (int at = sections.size() - 1; at >= 0; at--) {
            Section section = sections.get(at);
            if (section.isOf(heading.kind()) && heading.number().equals(section.heading.number())) {
                return section;
            }
        }
        Section section = new Section(Heading.ofOne(heading.kind(), heading.number(), List.of(), ""));
        sections.add(section);
        return section;
    }

    private static void withoutTitleOfChapter(Section open) {
        int last = open.lines.size() - 1;
        while (last >= 0 && open.lines.get(last).isBlank()) {
            last--;
        }
        if (last > 0) {
            String line = open.lines.get(last).strip();
            String before = open.lines.get(last - 1).strip();
            boolean isTitle = line.length() <= LONGEST_TITLE
                    && Character.isUpperCase(line.codePointAt(0))
                    && Character.isLetter(line.codePointBefore(line.length()))
                    && (before.isEmpty() || before.endsWith("."));
            if (isTitle) {
                open.lines.remove(last);
            }
        }
    }

    /** Between lines of hyphens nothing is told apart any more. */
    private void whole(Section section) {
        Heading heading = section.heading;
        remember(heading);
        if (section.text().isEmpty() && (heading == null || heading.several())) {
            return;
        }
        if (heading != null && !heading.several()) {
            one(section);
            return;
        }
        boolean ofCause = isBelowCause && listed == Kind.RECOMMENDATION;
        causeHasItems |= ofCause;
        add(Numbered.one(
                Part.of(listed, null, section.text()).below(to, deadline).ofCause(ofCause)));
    }

    private void section(List<Section> sections, int at) {
        Section section = sections.get(at);
        Heading heading = section.heading;
        remember(heading);
        if (heading == null) {
            preamble(section, sections.size() > at + 1 ? sections.get(at + 1).heading : null);
        } else if (!heading.several() && heading.kind() == Kind.CAUSE_OF_CONCERN) {
            cause(section, haveRecommendations(sections, at + 1));
        } else if (!heading.several()) {
            one(section);
        } else if (isChapter && listed != Kind.AREA_FOR_IMPROVEMENT) {
            return;
        } else {
            several(section.lines, heading);
        }
    }

    private void remember(Heading heading) {
        if (heading == null) {
            return;
        }
        isChapter = heading.chapter();
        if (heading.chapter()) {
            isBelowCause = false;
            listed = listed == Kind.AREA_FOR_IMPROVEMENT ? listed : Kind.RECOMMENDATION;
            deadline = null;
            return;
        }
        if (heading.kind() == null) {
            to = heading.to().isEmpty() ? to : heading.to();
            deadline = heading.deadline() == null ? deadline : heading.deadline();
            return;
        }
        if (heading.several()) {
            to = heading.to();
            deadline = null;
            listed = heading.kind();
        } else {
            listed = heading.number() == null && heading.kind() == Kind.AREA_FOR_IMPROVEMENT
                    ? Kind.RECOMMENDATION
                    : listed;
        }
        if (heading.kind() == Kind.AREA_FOR_IMPROVEMENT
                || causeHasItems && !heading.to().isEmpty()) {
            isBelowCause = false;
        }
        if (heading.kind() == Kind.CAUSE_OF_CONCERN && !heading.several()) {
            isBelowCause = true;
            causeHasItems = false;
            listed = Kind.RECOMMENDATION;
            deadline = null;
            to = List.of();
        }
    }

    private void preamble(Section section, Heading next) {
        String text = section.text();
        if (isProse || text.isEmpty()) {
            return;
        }
        if (next != null && (next.kind() != Kind.RECOMMENDATION || next.several()) && isTitleOfChapter(text)) {
            return;
        }
        boolean areItems = next == null
                || next.kind() != Kind.RECOMMENDATION
                || Numbered.in(text).marks().size() > 1
                || Listings.haveSeveral(text, bodies);
        if (areItems) {
            several(section.lines, null);
        } else {
            above = text;
        }
    }

    private static boolean isTitleOfChapter(String text) {
        return text.length() <= LONGEST_TITLE
                && text.indexOf('\n') < 0
                && Character.isLetter(text.codePointBefore(text.length()))
                && Duty.in(text).isEmpty();
    }

    private void several(List<String> lines, Heading heading) {
        if (lines.stream().allMatch(String::isBlank)) {
            return;
        }
        boolean ofCause = isBelowCause && listed == Kind.RECOMMENDATION;
        causeHasItems |= ofCause;
        for (Part part : listing.parts(lines, listed)) {
            if (isProse && part.number() == null && Duty.in(part.text()).isEmpty()) {
                continue;
            }
            Part one = heading == null ? part : Numbered.one(part);
            add(one.below(to, deadline).ofCause(ofCause));
        }
    }

    private void one(Section section) {
        Heading heading = section.heading;
        boolean ofCause = isBelowCause && heading.kind() == Kind.RECOMMENDATION;
        if (ofCause
                && heading.number() != null
                && causeHasItems
                && !parts.isEmpty()
                && parts.get(parts.size() - 1).number() == null) {
            isBelowCause = false;
            ofCause = false;
        }
        causeHasItems |= ofCause;
        List<String> own = heading.to().isEmpty() ? titleOf(section) : heading.to();
        Part part = Part.of(heading.kind(), heading.number(), section.text())
                .below(own.isEmpty() ? to : own, deadline)
                .ofCause(ofCause);
        boolean doubtful = ofCause
                && heading.number() != null
                && parts.stream().anyMatch(earlier -> !earlier.ofCause() && earlier.kind() == Kind.RECOMMENDATION);
        add(doubtful ? part.doubted(Doubt.CAUSE) : part);
    }

    /** A recommendation whose first line only says for whom it is. */
    private List<String> titleOf(Section section) {
        for (int at = 0; at < section.lines.size(); at++) {
            String line = section.lines.get(at);
            if (!line.isBlank()) {
                List<String> named = bodies.inTitle(line);
                if (!named.isEmpty()) {
                    section.lines.remove(at);
                }
                return named;
            }
        }
        return List.of();
    }

    private static boolean haveRecommendations(List<Section> sections, int from) {
        for (Section section : sections.subList(from, sections.size())) {
            if (section.isOf(Kind.RECOMMENDATION)) {
                return true;
            }
            if (section.heading.kind() != null || section.heading.chapter()) {
                return false;
            }
        }
        return false;
    }

    /** Its first words say what it is; what should be done is another item, also where no title stands between. */
    private void cause(Section section, boolean haveTitle) {
        List<String> lines = section.lines;
        int end = haveTitle ? lines.size() : Listings.firstDuty(lines, bodies);
        String text = String.join("\n", lines.subList(0, end)).strip();
        add(Part.of(Kind.CAUSE_OF_CONCERN, section.heading.number(), text));
        several(lines.subList(end, lines.size()), null);
    }

    private void add(Part part) {
        Part whole = part;
        if (!above.isEmpty()) {
            whole = part.withText(part.text().isEmpty() ? above : above + "\n\n" + part.text())
                    .doubted(Doubt.ABOVE);
            above = "";
        }
        if (whole.text().isEmpty()) {
            String label = whole.kind().label() + (whole.number() == null ? "" : " " + whole.number());
            whole = whole.withText(label).doubted(Doubt.NO_TEXT);
        }
        parts.add(whole);
    }
}
