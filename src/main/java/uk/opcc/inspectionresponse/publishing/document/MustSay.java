package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.opcc.inspectionresponse.publishing.document.Response.Answer;
import uk.opcc.inspectionresponse.publishing.document.Response.Cause;
import uk.opcc.inspectionresponse.publishing.document.Response.Comment;
import uk.opcc.inspectionresponse.publishing.document.Response.Signature;

/** What the document of a response must say, whatever else it says and however it looks. */
final class MustSay {

    private static final String BOX = "sample-box";

    private final List<Said> parts = new ArrayList<>();

    private MustSay() {}

    /** A part, as the document has it and in words for people. */
    private record Said(String text, String words) {}

    /**
     * What the form must say.
     *
     * @param statute that of the office, which counts where the response names no other
     */
    static MustSay of(Response response, String statute) {
        MustSay must = new MustSay();
        must.add(response.title().split(" ")[0], "the title of the report");
        must.add(new FieldDate(response.published()).plain(), "the date on which the report was published");
        must.add(
                response.statute() == null ? statute : response.statute(),
                "the sentence about the law that asks for the response");
        must.add(beginOf(response.keyFindings()), "the key findings");
        must.add(
                beginOf(response.chiefConstable()),
                "the Chief Constable's comments, which section 55(5)(b) of the Police Act 1996 asks for");
        must.add(
                beginOf(response.localPolicingBody()),
                "the comments of the local policing body, which section 55(5)(a) of the Police Act 1996 asks for");
        response.recommendations().forEach(must::add);
        if (response.signature() != null) {
            must.add(response.signature());
        }
        return must;
    }

    /** The same, in a letter. */
    MustSay and(Letter letter) {
        add(letter.addressee().get(0), "to whom the letter goes");
        letter.addressee().forEach(line -> add(line, "the address"));
        add(letter.reference(), "the reference");
        add(letter.salutation(), "the salutation");
        return this;
    }

    /** The same, in the record copy. */
    MustSay andBoxes(List<OfficeUse> boxes) {
        boxes.forEach(box -> add(box.label(), "the page For Office Use Only"));
        return this;
    }

    /** With which the record copy is tried. */
    static List<OfficeUse> boxes() {
        return List.of(new OfficeUse(BOX, null));
    }

    private void add(Answer item) {
        add(item.label(), "the names of the items");
        add(beginOf(item.recommendation()), "the texts of the items");
        add(
                beginOf(item.explanation()),
                "the explanations of the items, which section 55(5B) of the Police Act 1996 asks for");
        add(item.owner(), "the owners of the actions");
        add(item.comment(), "the Chief Constable's comments on items");
        Cause cause = item.cause();
        if (cause != null) {
            add(cause.label(), "the causes of concern");
            add(beginOf(cause.text()), "the texts of the causes of concern");
            add(cause.comment(), "the Chief Constable's comments on causes of concern");
        }
    }

    private void add(Comment comment, String words) {
        add(comment == null ? null : beginOf(comment.text()), words);
    }

    private void add(Signature signature) {
        add(signature.name(), "the name of who signs");
        add(signature.title(), "the title of who signs");
        add(new FieldDate(signature.on()).plain(), "the date of the response");
    }

    private void add(String text, String words) {
        if (text != null) {
            parts.add(new Said(withoutSpace(text), words));
        }
    }

    /** What comes after the first line is the same in all samples. */
    private static String beginOf(String text) {
        return text == null ? null : text.split("\n")[0];
    }

    /** What a document leaves out, in words; nothing where it says all. */
    List<String> missingIn(String document) {
        String shown = withoutSpace(document);
        Set<String> missing = new LinkedHashSet<>();
        for (Said part : parts) {
            if (!containsWhole(shown, part.text)) {
                missing.add(part.words);
            }
        }
        return List.copyOf(missing);
    }

    /** "sample-title" is not there because "sample-title-of-who-signs" is. */
    private static boolean containsWhole(String text, String part) {
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            int end = at + part.length();
            if (end == text.length() || text.charAt(end) != '-') {
                return true;
            }
        }
        return false;
    }

    /** The ordinal of a date is a word of its own. */
    private static String withoutSpace(String text) {
        return text.replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "").replaceAll("[\\s\\u00A0]+", "");
    }
}
