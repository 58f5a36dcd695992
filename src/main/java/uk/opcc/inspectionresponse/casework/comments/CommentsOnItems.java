package uk.opcc.inspectionresponse.casework.comments;

import java.util.List;
import java.util.Map;
import uk.opcc.inspectionresponse.platform.forms.TypedParts;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;
import uk.opcc.inspectionresponse.publishing.document.Response;

/**
 * The Chief Constable's comments on individual items, as they are written in one task.
 *
 * @param typed by the part and the number of the item: {@code text4}
 */
public record CommentsOnItems(Map<String, String> typed) {

    /** Those on all of these items, written or not. */
    public List<ItemComment> onEach(List<Item> items) {
        return items.stream().map(this::comment).toList();
    }

    /** Those that somebody has written, in the order of the items. */
    public List<ItemComment> of(List<Item> items) {
        return onEach(items).stream()
                .filter(comment -> comment.text() != null
                        || comment.notForPublication() != null
                        || !comment.facts().isEmpty())
                .toList();
    }

    private ItemComment comment(Item item) {
        TypedParts parts = new TypedParts(typed);
        int number = item.number();
        Response.Comment published = new Response.Comment(
                parts.text("text", number).orElse(null),
                parts.text("status", number).orElse(null),
                parts.text("owner", number).orElse(null),
                parts.day("targetDate", number).orElse(null));
        return of(
                number,
                item.label(),
                published,
                parts.text("notForPublication", number).orElse(null));
    }

    /** A comment on one item; what is not for publication may be null. */
    public static ItemComment of(int number, String label, Response.Comment published, String notForPublication) {
        return new ItemComment(
                number,
                label,
                published.text(),
                published.status(),
                published.owner(),
                published.targetDate(),
                String.join("; ", published.facts()),
                notForPublication);
    }
}
