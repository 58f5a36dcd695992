package uk.opcc.inspectionresponse.oversight.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMails;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.Recipient;

/** What became of the emails of an inspection, or of a copy that was sent again, which are kept by the inspection. */
@Component
class MailEntries {

    private final ResponseMails mails;
    private final HistoryService history;
    private final People people;

    MailEntries(ResponseMails mails, HistoryService history, People people) {
        this.mails = mails;
        this.history = history;
        this.people = people;
    }

    List<AuditEntry> of(HistoricProcessInstance process, Collection<HistoricTaskInstance> tasks) {
        return process.getProcessDefinitionKey().equals(DiagramIds.SEND_COPY_AGAIN)
                ? ofCopy(process, tasks)
                : process.getBusinessKey() == null
                        ? List.of()
                        : entries(process.getBusinessKey(), event -> true, namesOf(tasks));
    }

    private List<AuditEntry> ofCopy(HistoricProcessInstance process, Collection<HistoricTaskInstance> tasks) {
        Optional<String> reference = text(process, ProcessVariables.REFERENCE);
        Optional<String> box =
                text(process, ProcessVariables.COPY).map(Recipient::of).map(Recipient::task);
        if (reference.isEmpty() || box.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = new HashMap<>();
        tasks.forEach(task -> names.put(box.get(), task.getName()));
        return entries(
                reference.get(), event -> event.task().equals(box.get()) && isWithin(process, event.at()), names);
    }

    /** The engine has milliseconds, and the mails have more. */
    private static boolean isWithin(HistoricProcessInstance process, Instant at) {
        Instant moment = at.truncatedTo(ChronoUnit.MILLIS);
        return !moment.isBefore(process.getStartTime().toInstant())
                && (process.getEndTime() == null
                        || !moment.isAfter(process.getEndTime().toInstant()));
    }

    private List<AuditEntry> entries(
            String reference, Predicate<ResponseMail.Event> which, Map<String, String> namesOfBoxes) {
        Map<String, String> names = new HashMap<>();
        return mails.events(reference).stream()
                .filter(which)
                .map(event -> new AuditEntry(
                        Date.from(event.at()),
                        event.by(),
                        event.by().isEmpty()
                                ? AuditEntry.APPLICATION
                                : names.computeIfAbsent(event.by(), people::nameOf),
                        "email: " + MailWords.event(event),
                        namesOfBoxes.getOrDefault(event.task(), event.task()),
                        event.messageId() + (event.detail().isEmpty() ? "" : ": " + event.detail())))
                .toList();
    }

    private static Map<String, String> namesOf(Collection<HistoricTaskInstance> tasks) {
        Map<String, String> names = new HashMap<>();
        tasks.forEach(task -> names.putIfAbsent(task.getTaskDefinitionKey(), task.getName()));
        return names;
    }

    private Optional<String> text(HistoricProcessInstance process, ProcessVariable<String> variable) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(process.getId())
                .executionIdIn(process.getId())
                .variableName(variable.name())
                .list()
                .stream()
                .flatMap(found -> Optional.ofNullable(found.getValue()).stream())
                .map(Object::toString)
                .findFirst();
    }
}
