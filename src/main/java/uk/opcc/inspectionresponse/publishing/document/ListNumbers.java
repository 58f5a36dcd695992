package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers at the beginnings of lines, as in "4. ". A list has two or more of them and they rise, also with gaps as
 * in a report of which only some recommendations are for the force. Any other figure is a part of its sentence, and
 * stays there.
 */
final class ListNumbers {

    private static final Pattern NUMBER = Pattern.compile("[ \\t]*([1-9]\\d{0,2})\\.[ \\t]+(?=\\S)");

    private final List<String> lines;
    private final int[] numbers;
    private final int[] ends;
    private final boolean[] isItem;

    private ListNumbers(List<String> lines, int[] bullets, boolean[] apart) {
        this.lines = lines;
        numbers = new int[lines.size()];
        ends = new int[lines.size()];
        isItem = new boolean[lines.size()];
        for (int at = 0; at < lines.size(); at++) {
            Matcher found = NUMBER.matcher(lines.get(at));
            if (bullets[at] == 0 && !apart[at] && found.lookingAt()) {
                numbers[at] = Integer.parseInt(found.group(1));
                ends[at] = found.end();
            }
        }
        findItems(bullets, apart);
    }

    /**
     * The numbers of these lines.
     *
     * @param bullets for each line where its bullet ends, or 0
     * @param apart the lines that are something else, which no list goes on after
     */
    static ListNumbers of(List<String> lines, int[] bullets, boolean[] apart) {
        return new ListNumbers(lines, bullets, apart);
    }

    boolean isItem(int line) {
        return isItem[line];
    }

    int number(int line) {
        return numbers[line];
    }

    /** What the item says, after its number. */
    String text(int line) {
        return lines.get(line).substring(ends[line]);
    }

    private void findItems(int[] bullets, boolean[] apart) {
        List<Integer> list = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (numbers[at] > 0 && !list.isEmpty() && numbers[at] > numbers[list.get(list.size() - 1)]) {
                list.add(at);
            } else if (numbers[at] > 0) {
                end(list);
                if (mayBeFirst(at, bullets, apart)) {
                    list.add(at);
                }
            } else if (apart[at] || !line.isBlank() && bullets[at] == 0 && !Character.isWhitespace(line.charAt(0))) {
                end(list);
            }
        }
        end(list);
    }

    private void end(List<Integer> list) {
        if (list.size() > 1) {
            list.forEach(at -> isItem[at] = true);
        }
        list.clear();
    }

    /** Not where a sentence was wrapped before the figure with which it ends. */
    private boolean mayBeFirst(int at, int[] bullets, boolean[] apart) {
        return numbers[at] == 1
                || at == 0
                || apart[at - 1]
                || bullets[at - 1] > 0
                || numbers[at - 1] > 0
                || !WrappedSentence.mayGoOn(lines.get(at - 1))
                || at + 1 < lines.size() && numbers[at + 1] == numbers[at] + 1;
    }
}
