package uk.opcc.inspectionresponse.messages.notices;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What has happened in the transaction that is under way: all that it brings a person is one mail, and a task that comes
 * anew as soon as it was completed goes on.
 */
final class UnderWay {

    private final Map<String, String> messageIds = new HashMap<>();
    private final Map<Place, String> completed = new HashMap<>();
    private String toldBy;

    private UnderWay() {}

    /** That of this thread's transaction. */
    static UnderWay now() {
        if (TransactionSynchronizationManager.getResource(UnderWay.class) instanceof UnderWay present) {
            return present;
        }
        UnderWay begun = new UnderWay();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(UnderWay.class, begun);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(UnderWay.class);
                }
            });
        }
        return begun;
    }

    /** The mail to a person. */
    String messageId(String person, Supplier<String> another) {
        return messageIds.computeIfAbsent(person, unknown -> another.get());
    }

    /** The instance of the process that sends the mails. */
    String toldBy(Supplier<String> begun) {
        if (toldBy == null) {
            toldBy = begun.get();
        }
        return toldBy;
    }

    void isToldBy(String instance) {
        toldBy = instance;
    }

    void completes(Place place, String task) {
        completed.put(place, task);
    }

    /** The task that was completed there. */
    Optional<String> completedAt(Place place) {
        return Optional.ofNullable(completed.get(place));
    }

    /**
     * Where a task is.
     *
     * @param execution the path through the instance, one for each recommendation
     * @param task its id in the diagram
     */
    record Place(String execution, String task) {}
}
