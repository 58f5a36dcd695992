package uk.opcc.inspectionresponse.publishing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.opcc.inspectionresponse.publishing.document.Response.Answer;
import uk.opcc.inspectionresponse.publishing.document.Response.Asked;
import uk.opcc.inspectionresponse.publishing.document.Response.Cause;
import uk.opcc.inspectionresponse.publishing.document.Response.Comment;
import uk.opcc.inspectionresponse.publishing.document.Response.Signature;

/**
 * Responses of nobody, by which a template is tried: with all that a response can have, and with the least. What each
 * document must say stands in words that are nowhere else, each without a space, as lines end at spaces.
 */
final class SampleResponses {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DATED = LocalDate.of(2026, 4, 13);

    /** Of each kind of block, one that a typed text can have. */
    private static final String EVERYTHING = read();

    private SampleResponses() {}

    /**
     * What a document must say.
     *
     * @param text of the sample
     * @param words for people
     */
    record Said(String text, String words) {}

    /** A response with items of each kind, tables and grades, comments of the chief officer, and who signs it. */
    static Response full() {
        Cause cause = new Cause(
                2,
                "sample-label-of-cause",
                "sample-text-of-cause",
                new Comment("sample-comment-on-cause", "in-progress", null, null));
        return new Response(
                "sample-title <b>&",
                PUBLISHED,
                "sample-type",
                "sample-key-findings\n\n" + EVERYTHING,
                "sample-comments\n\n" + EVERYTHING,
                "sample-response\n\n" + EVERYTHING,
                List.of(
                        item(1, "recommendation", true, null, null),
                        item(3, "recommendation", false, cause, null),
                        item(4, "recommendation", false, cause, 3),
                        item(5, "area-for-improvement", true, null, null)),
                new Signature("sample-name", "sample-title-of-who-signs", DATED),
                null);
    }

    /** A response to a report without items, on which the chief officer did not comment, and that nobody signs. */
    static Response least() {
        return new Response("sample-title", PUBLISHED, "sample-type", null, null, "sample-response", List.of());
    }

    /** A response under another law, signed with a title alone. */
    static Response underOtherLaw() {
        return least().under("sample-law").signed(new Signature(null, "sample-title-of-who-signs", DATED));
    }

    /** To nobody. */
    static Letter letter() {
        return new Letter(
                "sample-reference",
                List.of("sample-addressee", "sample-address"),
                "sample-salutation",
                "sample-closing");
    }

    private static String read() {
        try (InputStream in = SampleResponses.class.getResourceAsStream("/samples/everything.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer item(int number, String kind, boolean action, Cause cause, Integer sameAs) {
        return new Answer(
                number,
                "sample-text-" + number + "\n\n" + EVERYTHING,
                action,
                "sample-answer-" + (sameAs == null ? number : sameAs) + "\n\n" + EVERYTHING,
                "sample-label-" + number,
                cause,
                sameAs,
                new Comment("sample-comment-" + number, "complete", "sample-owner-" + number, DATED),
                "sample-owner-of-answer-" + (sameAs == null ? number : sameAs),
                DATED,
                new Asked(kind, DATED));
    }

    /** What the document of {@link #full()} must say. */
    static List<Said> saidInFull() {
        List<Said> said = new ArrayList<>(List.of(
                new Said("sample-title", "the title of the report"),
                new Said("sample-key-findings", "the key findings"),
                new Said(
                        "sample-comments",
                        "the Chief Constable's comments, which section 55(5)(b) of the Police Act 1996 asks for"),
                new Said(
                        "sample-response",
                        "the comments of the local policing body, which section 55(5)(a) of the Police Act 1996 asks for"),
                new Said("sample-label-of-cause", "the causes of concern"),
                new Said("sample-text-of-cause", "the texts of the causes of concern"),
                new Said("sample-comment-on-cause", "the Chief Constable's comments on causes of concern"),
                new Said("sample-name", "the name of who signs"),
                new Said("sample-title-of-who-signs", "the title of who signs"),
                new Said("13 April 2026", "the date of the response"),
                new Said("2 March 2026", "the date on which the report was published")));
        for (int number : new int[] {1, 3, 4, 5}) {
            said.add(new Said("sample-label-" + number, "the names of the items"));
            said.add(new Said("sample-text-" + number, "the texts of the items"));
            said.add(new Said("sample-comment-" + number, "the Chief Constable's comments on items"));
            if (number != 4) {
                said.add(new Said(
                        "sample-answer-" + number,
                        "the explanations of the items, which section 55(5B) of the Police Act 1996 asks for"));
                said.add(new Said("sample-owner-of-answer-" + number, "the owners of the actions"));
            }
        }
        return List.copyOf(said);
    }

    /** What the document of {@link #least()} must say. */
    static List<Said> saidAtLeast() {
        return List.of(
                new Said("sample-title", "the title of the report"),
                new Said(
                        "sample-response",
                        "the comments of the local policing body, which section 55(5)(a) of the Police Act 1996 asks for"));
    }

    /** What a letter must say beside. */
    static List<Said> saidInLetter() {
        return List.of(
                new Said("sample-addressee", "to whom the letter goes"),
                new Said("sample-address", "the address"),
                new Said("sample-reference", "the reference"),
                new Said("sample-salutation", "the salutation"));
    }
}
