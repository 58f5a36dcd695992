package uk.opcc.inspectionresponse.oversight.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.SentDate;
import uk.opcc.inspectionresponse.statutory.WrittenDate;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** The engine's names for what was done, and to what, in the words of the office. */
final class PlainWords {

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, "completed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_CLAIM, "claimed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ASSIGN, "assigned"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_CREATE, "registered"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_DELEGATE, "delegated"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_RESOLVE, "handed back"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_DELETE, "deleted"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_UPDATE, "changed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_OWNER, "changed the owner"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_PRIORITY, "changed the priority"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_NAME, "changed the name"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_DESCRIPTION, "changed the description"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE, "changed the due date"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_RECALC_DUEDATE, "had the due date worked out again"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_FOLLOW_UP_DATE, "changed the follow-up date"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ADD_USER_LINK, "added a person"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_USER_LINK, "removed a person"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ADD_GROUP_LINK, "added a group"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_GROUP_LINK, "removed a group"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT, "added a file"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_ATTACHMENT, "removed a file"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_UPDATE_COMMENT, "changed a comment"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_COMMENT, "removed a comment"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND, "suspended"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND_JOB, "suspended"),
            Map.entry(
                    UserOperationLogEntry.OPERATION_TYPE_SUSPEND_JOB_DEFINITION, "suspended a step in all inspections"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND_PROCESS_DEFINITION, "suspended the process"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND_BATCH, "suspended a batch"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE, "resumed"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_JOB, "resumed"),
            Map.entry(
                    UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_JOB_DEFINITION, "resumed a step in all inspections"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_PROCESS_DEFINITION, "resumed the process"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_BATCH, "resumed a batch"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES, "had it tried again"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_EXTERNAL_TASK_RETRIES, "had it tried again"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_UNLOCK, "released it"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_EXECUTE, "had it done at once"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_EVALUATE, "evaluated a decision"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_MIGRATE, "moved to another version"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE, "moved to another step"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_RESTART_PROCESS_INSTANCE, "started it again"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE, "sent a message to it"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLE, "changed a value"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLES, "changed values"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_MODIFY_VARIABLE, "changed a value"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_REMOVE_VARIABLE, "removed a value"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_CREATE_INCIDENT, "recorded an incident"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_ANNOTATION, "added a note"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_CLEAR_ANNOTATION, "removed a note"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_SET_REMOVAL_TIME, "changed the date of its removal"),
            Map.entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY, "deleted records"),
            Map.entry(
                    UserOperationLogEntry.OPERATION_TYPE_UPDATE_HISTORY_TIME_TO_LIVE,
                    "changed how long records are kept"),
            Map.entry(
                    UserOperationLogEntry.OPERATION_TYPE_CREATE_HISTORY_CLEANUP_JOB,
                    "started the removal of old records"));

    /** What goes on where it is no inspection: of these each is begun, and may be stopped. */
    private static final Map<String, String> OTHER_WORK = Map.of(
            DiagramIds.CORRECT_RESPONSE,
            "the correction",
            DiagramIds.CHANGE_INSPECTION,
            "the change",
            DiagramIds.SEND_COPY_AGAIN,
            "sending a copy again");

    /** Of these every word after the first is a name, or would be read as another. */
    private static final Map<String, String> NAMES = Map.of(
            "hmicfrsDistribution", "HMICFRS distribution",
            "homeOfficeDistribution", "Home Office distribution",
            "chiefConstableDistribution", "Chief Constable distribution");

    private static final Set<String> DAYS = ProcessVariables.all().values().stream()
            .filter(variable -> variable.type().getType() == LocalDate.class)
            .map(ProcessVariable::name)
            .collect(Collectors.toSet());

    /** Of a task; the log has them in milliseconds since 1970. */
    private static final Set<String> MOMENTS = Set.of("dueDate", "followUpDate");

    private static final int LONGEST_VALUE = 200;

    private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,15}");

    private PlainWords() {}

    /** What was done; an operation that a later engine adds is its name in words. */
    static String ofOperation(String operation) {
        return OPERATIONS.getOrDefault(operation, of(operation));
    }

    /**
     * How what goes on was begun.
     *
     * @param process the key of its process
     */
    static String ofStart(String process) {
        return OTHER_WORK.containsKey(process) ? "began" : ofOperation(UserOperationLogEntry.OPERATION_TYPE_CREATE);
    }

    /**
     * What goes on: an inspection, or what is done after it.
     *
     * @param process the key of its process
     */
    static String ofProcess(String process) {
        return OTHER_WORK.getOrDefault(process, "the inspection");
    }

    /**
     * What a field holds: a day and a moment are written out, all else is as it is.
     *
     * @param name the field's, as the engine has it
     * @param value as the engine has it
     */
    static String ofValue(String name, String value) {
        if (DAYS.contains(name)) {
            return SentDate.read(value).map(WrittenDate::of).orElse(value);
        }
        if (MOMENTS.contains(name) && MILLISECONDS.matcher(value).matches()) {
            return WrittenMoment.of(Instant.ofEpochMilli(Long.parseLong(value)));
        }
        return value;
    }

    /** The beginning of what a field holds, where all of it would fill the page. */
    static String inBrief(String words) {
        return Shortened.to(LONGEST_VALUE, words);
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
