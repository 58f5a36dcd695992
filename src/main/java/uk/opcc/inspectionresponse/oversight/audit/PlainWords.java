package uk.opcc.inspectionresponse.oversight.audit;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.UserOperationLogEntry;

/** The engine's names for what was done, and to what, in the words of the office. */
final class PlainWords {

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, "completed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_CLAIM, "claimed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ASSIGN, "assigned"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_CREATE, "registered"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_MIGRATE, "moved to another version"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES, "had it tried again"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND, "suspended"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND_JOB, "suspended"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE, "resumed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_JOB, "resumed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_EXECUTE, "had it done at once"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE, "moved to another step"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_PRIORITY, "changed the priority"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_OWNER, "changed the owner"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLE, "changed a value"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLES, "changed values"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_REMOVE_VARIABLE, "removed a value"));

    /** Of these every word after the first is a name, or would be read as another. */
    private static final Map<String, String> NAMES = Map.of(
            "hmicfrsDistribution", "HMICFRS distribution",
            "homeOfficeDistribution", "Home Office distribution",
            "chiefConstableDistribution", "Chief Constable distribution");

    private PlainWords() {}

    /** What was done; an operation that a later engine adds is its name in words. */
    static String ofOperation(String operation) {
        return OPERATIONS.getOrDefault(operation, of(operation));
    }

    /** A name of the engine or of a field in words: {@code dueDate} is the due date. */
    static String of(String name) {
        return NAMES.getOrDefault(
                name,
                Stream.of(name.split("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|[-_]"))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")));
    }
}
