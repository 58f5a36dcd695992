package uk.opcc.inspectionresponse.messages.notices;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What notices need to know of the transaction in which they are: all that it brings a person is one mail, and a task
 * that comes anew as soon as it was completed goes on.
 */
final class ThisTransaction {

    private final Map<String, String> messageIds = new HashMap<>();
    private final Map<Place, Completed> completed = new HashMap<>();
    private String sender;

    private ThisTransaction() {}

    /** That of this thread. */
    static ThisTransaction now() {
        if (TransactionSynchronizationManager.getResource(ThisTransaction.class) instanceof ThisTransaction present) {
            return present;
        }
        ThisTransaction begun = new ThisTransaction();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(ThisTransaction.class, begun);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(ThisTransaction.class);
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
    String sender(Supplier<String> begun) {
        if (sender == null) {
            sender = begun.get();
        }
        return sender;
    }

    /** Has the mails sent by an instance that is there already. */
    void useSender(String instance) {
        sender = instance;
    }

    void completes(Place place, Completed task) {
        completed.put(place, task);
    }

    /** The task that was completed there. */
    Optional<Completed> completedAt(Place place) {
        return Optional.ofNullable(completed.get(place));
    }

    /**
     * Where a task is.
     *
     * @param execution the path through the instance, one for each recommendation
     * @param task its id in the diagram
     */
    record Place(String execution, String task) {}

    /**
     * A task that was completed.
     *
     * @param due null where it had no due date
     */
    record Completed(String task, Instant due) {}
}
