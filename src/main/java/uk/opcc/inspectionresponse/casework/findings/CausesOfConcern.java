package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** Which recommendations belong to which cause of concern, once an officer has corrected what they are. */
final class CausesOfConcern {

    private CausesOfConcern() {}

    /**
     * The items with causes of concern that are such: a recommendation below one belongs to it, one whose cause is none
     * any more belongs to none, and a cause that holds no recommendation is answered itself.
     */
    static List<Item> settled(List<Item> items) {
        Set<Integer> causes = items.stream()
                .filter(CausesOfConcern::isCause)
                .map(Item::number)
                .collect(Collectors.toSet());
        List<Item> belonging = new ArrayList<>();
        Item above = null;
        for (Item item : items) {
            if (isCause(item)) {
                above = item;
                belonging.add(of(item, null, item.answered()));
            } else if (!item.kind().equals(Item.RECOMMENDATION)) {
                above = null;
                belonging.add(of(item, null, item.answered()));
            } else if (item.cause() != null && causes.contains(item.cause())) {
                belonging.add(item);
            } else {
                belonging.add(of(
                        item,
                        above != null && above.byHand().contains("kind") ? (Integer) above.number() : null,
                        item.answered()));
            }
        }
        Set<Integer> holding = belonging.stream()
                .filter(item -> item.cause() != null)
                .map(Item::cause)
                .collect(Collectors.toSet());
        return belonging.stream()
                .map(item -> of(item, item.cause(), answered(item, holding)))
                .toList();
    }

    private static boolean isCause(Item item) {
        return item.kind().equals(Item.CAUSE_OF_CONCERN);
    }

    private static String answered(Item item, Set<Integer> holding) {
        boolean holds = isCause(item) && holding.contains(item.number());
        if (holds && !item.byHand().contains("answered")) {
            return Item.WITH_ITS_RECOMMENDATIONS;
        }
        return !holds && item.answered().equals(Item.WITH_ITS_RECOMMENDATIONS) ? Item.ON_ITS_OWN : item.answered();
    }

    /** The same item with a cause, or none, answered in some way. */
    static Item of(Item item, Integer cause, String answered) {
        return new Item(
                item.number(),
                item.text(),
                item.kind(),
                item.label(),
                cause,
                item.addressees(),
                item.deadlinePrinted(),
                item.deadline(),
                answered,
                item.doubts(),
                item.byHand());
    }
}
