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
 * Responses of nobody, by which a template is tried: with all that a response can have, with the least, and with what
 * is between, each with each. What they say stands in words that are nowhere else, each without a space, as lines end
 * at spaces.
 */
final class SampleResponses {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DATED = LocalDate.of(2026, 4, 13);
    private static final LocalDate TARGET = LocalDate.of(2026, 5, 21);

    private static final String LAW = "sample-law";

    /** Of each kind of block, one that a typed text can have. */
    private static final String EVERYTHING = read();

    private SampleResponses() {}

    /** Of each shape, with each of the others. */
    static List<Response> all() {
        List<Response> all = new ArrayList<>();
        for (List<Answer> items : List.of(List.<Answer>of(), itemsInFull(), plainItems())) {
            for (boolean commented : new boolean[] {true, false}) {
                for (Signature signature : signatures()) {
                    for (String law : new String[] {null, LAW}) {
                        all.add(response(items, commented, signature, law));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** Of {@link #all()} those with the most and with the least: the others have nothing that these two do not have. */
    static List<Response> inEachFormat() {
        return List.of(response(itemsInFull(), true, signatures().get(1), null), response(List.of(), false, null, LAW));
    }

    /** To nobody; how it ends may be empty, as the law of the response may be another one. */
    static Letter letter(Response response) {
        return new Letter(
                "sample-reference",
                List.of("sample-addressee", "sample-address"),
                "sample-salutation",
                response.statute() == null ? "sample-closing" : "");
    }

    private static Response response(List<Answer> items, boolean commented, Signature signature, String law) {
        return new Response(
                "sample-title <b>&",
                PUBLISHED,
                "sample-type",
                commented ? "sample-key-findings\n\n" + EVERYTHING : null,
                commented ? "sample-comments\n\n" + EVERYTHING : null,
                "sample-response\n\n" + EVERYTHING,
                items,
                signature,
                law);
    }

    /** Nobody, and as many of the name and the title as the office has set. */
    private static List<Signature> signatures() {
        List<Signature> signatures = new ArrayList<>();
        signatures.add(null);
        signatures.add(new Signature("sample-name", "sample-title-of-who-signs", DATED));
        signatures.add(new Signature(null, "sample-title-of-who-signs", DATED));
        signatures.add(new Signature("sample-name", null, DATED));
        signatures.add(new Signature(null, null, DATED));
        return signatures;
    }

    /** Of each kind, with comments, owners and a shared answer. */
    private static List<Answer> itemsInFull() {
        Cause cause = new Cause(
                2,
                "sample-label-of-cause",
                "sample-text-of-cause",
                new Comment("sample-comment-on-cause", "in-progress", null, null));
        return List.of(
                item(1, "recommendation", true, null, null),
                item(3, "recommendation", false, cause, null),
                item(4, "recommendation", false, cause, 3),
                item(5, "area-for-improvement", true, null, null));
    }

    private static Answer item(int number, String kind, boolean action, Cause cause, Integer sameAs) {
        int answered = sameAs == null ? number : sameAs;
        return new Answer(
                number,
                "sample-text-" + number + "\n\n" + EVERYTHING,
                action,
                "sample-answer-" + answered + "\n\n" + EVERYTHING,
                "sample-label-" + number,
                cause,
                sameAs,
                new Comment("sample-comment-" + number, "complete", "sample-owner-" + number, TARGET),
                "sample-owner-of-answer-" + answered,
                TARGET,
                new Asked(kind, TARGET));
    }

    /**
     * Without anything beside them, as an earlier release kept them: two below one cause, each with its own answer, and
     * one that is not answered yet, as in a draft.
     */
    private static List<Answer> plainItems() {
        Cause cause = new Cause("sample-label-of-cause", "sample-text-of-cause");
        return List.of(
                new Answer(1, "sample-text-1", true, "sample-answer-1", "sample-label-1", cause, null),
                new Answer(2, "sample-text-2", false, "sample-answer-2", "sample-label-2", cause, null),
                new Answer(3, "sample-text-3", true, null, "sample-label-3", null, null),
                new Answer(4, "sample-text-4", true, "sample-answer-4", null, null, null));
    }

    private static String read() {
        try (InputStream in = SampleResponses.class.getResourceAsStream("/samples/everything.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
