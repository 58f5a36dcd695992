package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that says who should do what.
 *
 * @param subject what stands before "should"
 * @param after what stands after it
 * @param recommended whether it is "We recommend that …", where the subject runs on into what should be done
 */
record Duty(String sentence, String subject, String after, boolean recommended) {

    private static final Pattern MODAL = Pattern.compile("(?i)\\b(?:should|must|needs? to|ought to|shall)\\b");

    private static final Pattern RECOMMEND =
            Pattern.compile("(?i)\\brecommend(?:s|ed)?\\b(?:[^.:]{0,60}?\\bthat\\b|(?=:))");

    /** Whom somebody works with is not the one who is to act. */
    private static final Pattern PARTNERS = Pattern.compile(
            "(?i)\\b(?:working (?:closely |jointly )?(?:with|together)|(?:and )?work(?:ing)? (?:in|alongside)"
                    + "|in (?:consultation|collaboration|partnership|conjunction|co-operation|cooperation|discussion|liaison)"
                    + "|together with|along with|alongside|jointly with|with (?:the )?(?:support|help|assistance|agreement|advice)"
                    + "|supported by|assisted by|through|via|on behalf of|led by|following|after|subject to|informed by"
                    + "|drawing on|in response to|as part of|using)\\b");

    private static final Pattern SENTENCE_ENDS = Pattern.compile("[.?!][\\u201D\"')]?\\s+(?=[\\p{Lu}\\u201C\"])");

    private static final int AS_FAR_AS_ANYBODY_READS = 2_000;
    private static final int MOST = 6;
    private static final int LONGEST_SUBJECT = 400;

    /** The first of them. */
    static List<Duty> in(String text) {
        String words = flat(text);
        List<Duty> duties = new ArrayList<>();
        for (String sentence : SENTENCE_ENDS.split(words)) {
            Optional<Duty> duty = of(sentence);
            if (duty.isPresent()) {
                duties.add(duty.get());
            }
            if (duties.size() == MOST) {
                break;
            }
        }
        return List.copyOf(duties);
    }

    static String flat(String text) {
        String begin = text.length() > AS_FAR_AS_ANYBODY_READS ? text.substring(0, AS_FAR_AS_ANYBODY_READS) : text;
        return begin.replaceAll("\\s+", " ").strip();
    }

    static String lastSentence(String text) {
        String[] sentences = SENTENCE_ENDS.split(flat(text));
        return sentences.length == 0 ? "" : sentences[sentences.length - 1];
    }

    private static Optional<Duty> of(String sentence) {
        Matcher modal = MODAL.matcher(sentence);
        Matcher recommend = RECOMMEND.matcher(sentence);
        boolean hasModal = modal.find();
        if (recommend.find() && (!hasModal || recommend.start() < modal.start())) {
            String that = cut(sentence.substring(recommend.end()));
            return Optional.of(new Duty(sentence, that, that, true));
        }
        if (!hasModal) {
            return Optional.empty();
        }
        String before = sentence.substring(0, modal.start());
        String subject =
                before.length() > LONGEST_SUBJECT ? before.substring(before.length() - LONGEST_SUBJECT) : before;
        return Optional.of(new Duty(sentence, subject, cut(sentence.substring(modal.end())), false));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_SUBJECT ? text.substring(0, LONGEST_SUBJECT) : text;
    }

    /** The keys of those who are to act. */
    List<String> addressees(NamedBodies bodies) {
        String who = withoutPartners(Deadline.removedFrom(subject));
        return recommended ? bodies.atBegin(who) : bodies.ofSubject(who);
    }

    private String withoutPartners(String who) {
        Matcher partners = PARTNERS.matcher(who);
        if (!partners.find()) {
            return who;
        }
        int end = recommended ? who.indexOf(',', partners.end()) : who.lastIndexOf(',');
        return who.substring(0, partners.start()) + (end < partners.end() ? "" : who.substring(end));
    }

    /**
     * Whether a text begins with it: a new item begins there. The subject has few words, or it is a sentence of a
     * finding that goes on to say what should be.
     */
    static boolean begins(String text, NamedBodies bodies) {
        String begin = text.length() > LONGEST_SUBJECT ? text.substring(0, LONGEST_SUBJECT) : text;
        if (!MODAL.matcher(begin).find() && !RECOMMEND.matcher(begin).find()) {
            return false;
        }
        String words = flat(begin);
        if (words.isEmpty() || !Character.isUpperCase(words.codePointAt(0))) {
            return false;
        }
        Optional<Duty> first = of(SENTENCE_ENDS.split(words, 2)[0]);
        return first.filter(duty -> duty.recommended()
                        ? duty.sentence().matches("(?i)(?:we|hmicfrs|inspectors|accordingly,? we|therefore,? we) .*")
                                && RECOMMEND
                                        .matcher(duty.sentence()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                80,
                                                                duty.sentence().length())))
                                        .find()
                        : wordsIn(duty.withoutPartners(Deadline.removedFrom(duty.subject()))) <= 9
                                && !duty.addressees(bodies).isEmpty())
                .isPresent();
    }

    static int wordsIn(String text) {
        int words = 0;
        boolean within = false;
        for (int at = 0; at < text.length(); at++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(at))
                    || text.charAt(at) == '\''
                    || text.charAt(at) == '\u2019';
            words += letter && !within ? 1 : 0;
            within = letter;
        }
        return words;
    }
}
