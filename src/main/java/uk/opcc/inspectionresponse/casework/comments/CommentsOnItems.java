package uk.opcc.inspectionresponse.casework.comments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.statutory.SentDate;

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
        String text = part("text", item).orElse(null);
        String status = part("status", item).orElse(null);
        String owner = part("owner", item).orElse(null);
        // What somebody is typing need not be a date yet.
        LocalDate targetDate = part("targetDate", item).flatMap(SentDate::read).orElse(null);
        return new ItemComment(
                item.number(),
                item.label(),
                text,
                status,
                owner,
                targetDate,
                String.join("; ", new Response.Comment(text, status, owner, targetDate).facts()),
                part("notForPublication", item).orElse(null));
    }

    private Optional<String> part(String part, Item item) {
        return Optional.ofNullable(typed.get(part + item.number())).filter(text -> !text.isBlank());
    }
}
