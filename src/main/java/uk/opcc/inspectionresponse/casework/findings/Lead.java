package uk.opcc.inspectionresponse.casework.findings;

import java.util.regex.Pattern;

/** What a paragraph above a list is to the list. */
enum Lead {
    /** It says only who should, and by when: each line of the list is a recommendation. */
    OF_SEVERAL,
    /** It says a little of what should be done. */
    DOUBTFUL,
    /** It is a recommendation, and the list is part of it. */
    OF_ONE;

    private static final Pattern OPEN =
            Pattern.compile("(?i).*(?::|\\b(?:should|must|to|that|immediately))[ \\u2013\\u2014-]*");

    private static final Pattern OF_WHAT_IS_ABOVE = Pattern.compile(
            "(?i)^(?:this|it|these|those|they|such|in doing|as a minimum|in particular|including|the (?:plan|review|training|guidance|policy))\\b.*");

    /** They say nothing of what should be done. */
    private static final Pattern EMPTY_WORDS =
            Pattern.compile("(?i)\\b(?:we|recommend(?:s|ed)?|therefore|accordingly|should|must"
                    + "|needs?|ought|shall|will|make|makes|making|sure|ensure|ensures|take|takes|immediate|urgent|urgently|action|actions"
                    + "|steps?|to|that|the|a|an|of|its|it|their|they|all|each|also|both|following|and|or|do|does|carry|out|improve"
                    + "|improves|address|areas?|as|priority|by|in|for|england|wales|partners?|working|work|with|local|other|date"
                    + "|publication|this|report)\\b");

    static Lead of(String paragraph, NamedBodies bodies) {
        String last = Duty.lastSentence(paragraph);
        if (!OPEN.matcher(last).matches() || OF_WHAT_IS_ABOVE.matcher(last).matches()) {
            return OF_ONE;
        }
        String said = EMPTY_WORDS
                .matcher(bodies.removedFrom(Deadline.removedFrom(last)))
                .replaceAll(" ");
        int words = Duty.wordsIn(said);
        boolean isExplained = words > 1 && Duty.in(paragraph).size() > 1;
        if (words > 5 || isExplained) {
            return OF_ONE;
        }
        return words > 1 ? DOUBTFUL : OF_SEVERAL;
    }
}
