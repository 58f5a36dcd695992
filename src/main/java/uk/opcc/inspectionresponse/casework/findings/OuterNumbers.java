package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Which of the numbers at the beginnings of lines count the recommendations, and which belong to the lists within them
 * or merely came to the beginning of a line.
 *
 * <p>Every way to read them is followed from number to number, and has its price. The dearest is a number that counts
 * nothing, then one that leaves some out, then a second list within one recommendation, then another sign after the
 * number, then an item of a list: so of two ways in which all numbers count something, the one with more
 * recommendations is taken. Of the ways that are open at a number only the cheapest are followed, so that the work
 * grows with the text and no faster.
 */
final class OuterNumbers {

    private static final int COUNTS_NOTHING = 100;
    private static final int LEAVES_SOME_OUT = 50;
    private static final int SECOND_LIST = 10;
    private static final int OTHER_SIGN = 5;
    private static final int ITEM = 1;

    private static final int MOST_WAYS = 32;

    /** A pasted list is rarely indented evenly. */
    private static final int ABOUT_AS_DEEP = 1;

    private final List<Mark> marks;

    private OuterNumbers(List<Mark> marks) {
        this.marks = marks;
    }

    /** Those of the recommendations; none where no number counts any. */
    static List<Mark> in(List<Mark> marks) {
        return new OuterNumbers(marks).best();
    }

    /** Recommendations, the last first. */
    private record Counted(Mark mark, Counted before) {}

    /**
     * A way to read the numbers up to one of them.
     *
     * @param inner the number of the last item of a list within the last recommendation; 0 where it has none
     */
    private record Way(Counted outer, int inner, int price) {

        private boolean isAWay() {
            return outer.mark().number() == 1 || outer.before() != null;
        }

        private int place() {
            return outer.mark().number() * 1000 + inner;
        }
    }

    /** The first number may be any, as in a part of a report, or the first 1 begins after a number of a sentence. */
    private List<Mark> best() {
        List<Way> ways = new ArrayList<>();
        for (int at = 0; at < marks.size(); at++) {
            if (at == 0 || marks.get(at).number() == 1) {
                ways.addAll(from(at));
            }
            if (marks.get(at).number() == 1) {
                break;
            }
        }
        LinkedList<Mark> counted = new LinkedList<>();
        Counted last = ways.stream()
                .filter(Way::isAWay)
                .min(Comparator.comparingInt(Way::price))
                .map(Way::outer)
                .orElse(null);
        while (last != null) {
            counted.addFirst(last.mark());
            last = last.before();
        }
        return List.copyOf(counted);
    }

    private List<Way> from(int start) {
        Mark first = marks.get(start);
        List<Way> ways = List.of(new Way(new Counted(first, null), 0, start * COUNTS_NOTHING));
        for (Mark mark : marks.subList(start + 1, marks.size())) {
            boolean deeper = mark.indent() > first.indent() + ABOUT_AS_DEEP;
            if (!deeper) {
                ways = cheapest(goneOn(ways, mark, mark.sign() == first.sign() ? 0 : OTHER_SIGN));
            }
        }
        return ways;
    }

    private static Map<Integer, Way> goneOn(List<Way> ways, Mark mark, int priceOfSign) {
        Map<Integer, Way> next = new LinkedHashMap<>();
        int number = mark.number();
        for (Way way : ways) {
            int last = way.outer().mark().number();
            // Those that are not for the force are left out of the text.
            if (number == last + 1 || number > last && mark.afterEmptyLine()) {
                int priceOfGap = number == last + 1 ? 0 : LEAVES_SOME_OUT;
                take(next, new Way(new Counted(mark, way.outer()), 0, way.price() + priceOfSign + priceOfGap));
            }
            if (number == 1) {
                take(next, new Way(way.outer(), 1, way.price() + ITEM + (way.inner() > 0 ? SECOND_LIST : 0)));
            } else if (way.inner() > 0 && number == way.inner() + 1) {
                take(next, new Way(way.outer(), number, way.price() + ITEM));
            }
            take(next, new Way(way.outer(), way.inner(), way.price() + COUNTS_NOTHING));
        }
        return next;
    }

    private static void take(Map<Integer, Way> ways, Way way) {
        ways.merge(way.place(), way, (one, other) -> other.price() < one.price() ? other : one);
    }

    private static List<Way> cheapest(Map<Integer, Way> ways) {
        return ways.values().stream()
                .sorted(Comparator.comparingInt(Way::price))
                .limit(MOST_WAYS)
                .toList();
    }
}
