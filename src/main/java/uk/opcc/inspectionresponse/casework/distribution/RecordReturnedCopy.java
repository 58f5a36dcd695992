package uk.opcc.inspectionresponse.casework.distribution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.EventType;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.casework.registration.CorrectedDates;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.turns.Turns;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.ReturnedCopy;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

/**
 * Records that a copy of the response came back, or did not arrive, and opens the work of sending it again: its box For
 * Office Use Only is ticked no more until then.
 */
@Component("recordReturnedCopy")
class RecordReturnedCopy implements ExecutionListener {

    /** The Act names no day for the copies. */
    private static final int DUE_ON_DAY = 3;

    private static final int USUAL_PRIORITY = 50;

    /** A business key has 255 characters, and what follows the reference has fewer than these. */
    private static final int LONGEST_REFERENCE_IN_KEY = 200;

    /** Taken over by a mail server, or sent by a person from the file that it became. */
    private static final Set<State> MAY_COME_BACK = EnumSet.of(State.ACCEPTED, State.ARRIVED, State.WRITTEN);

    private final ResponseMails mails;
    private final ApprovedResponses approved;
    private final HistoryService history;
    private final AsApplication application;
    private final People people;
    private final References references;
    private final Register register;
    private final WorkingDays workingDays;
    private final Turns turns;
    private final Clock clock;

    RecordReturnedCopy(
            ResponseMails mails,
            ApprovedResponses approved,
            HistoryService history,
            AsApplication application,
            People people,
            References references,
            Register register,
            WorkingDays workingDays,
            Turns turns,
            Clock clock) {
        this.register = register;
        this.workingDays = workingDays;
        this.turns = turns;
        this.references = references;
        this.mails = mails;
        this.approved = approved;
        this.history = history;
        this.application = application;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String reference = references.typed(ProcessVariables.REFERENCE.get(execution));
        String copy = ProcessVariables.COPY.get(execution);
        String box = Recipient.of(copy).task();
        // The date of its report may be corrected at this moment.
        turns.take(reference);
        VariableMap inspection = inspection(reference);
        // The date of a report can be corrected after the end, when the variables stay as they were.
        register.find(reference)
                .map(Entry::reportPublishedOn)
                .filter(day -> ProcessVariables.DATE_PUBLISHED
                        .find(inspection)
                        .filter(recorded -> !recorded.equals(day))
                        .isPresent())
                .ifPresent(day -> inspection.putAll(CorrectedDates.of(inspection, day, workingDays)));
        // The box is emptied by one alone of those who record it at the same moment.
        if (!approved.untick(reference, box)) {
            throw new InputRefused(
                    "copy",
                    "Whose copy: this copy is not recorded as sent. Open its task among those of the inspection,"
                            + " and decide there.");
        }
        Optional<ResponseMail> last = mails.last(reference, box);
        String what = ProcessVariables.RETURNED.get(execution).what();
        last.filter(mail -> MAY_COME_BACK.contains(mail.state()))
                .ifPresent(mail -> mails.decided(mail, people.signedIn().orElse(""), EventType.CAME_BACK, what));
        ProcessVariables.RETURNED.set(
                execution,
                new ReturnedCopy(
                        what,
                        StatutoryPeriod.timestamp(clock),
                        last.map(ResponseMail::number).orElse(0)));
        execution.setProcessBusinessKey(key(reference, copy));
        ProcessVariables.REFERENCE.set(execution, reference);
        ProcessVariables.TASK_PRIORITY.set(execution, USUAL_PRIORITY);
        LocalDate due = new StatutoryPeriod(StatutoryPeriod.today(clock)).day(DUE_ON_DAY);
        ProcessVariables.COPY_DUE.set(
                execution, Date.from(StatutoryPeriod.endOf(due).toInstant()));
        takeOver(inspection, execution, ProcessVariables.TITLE);
        takeOver(inspection, execution, ProcessVariables.INSPECTION_TYPE);
        takeOver(inspection, execution, ProcessVariables.DATE_PUBLISHED);
        takeOver(inspection, execution, ProcessVariables.APPROVED_ON);
        takeOver(inspection, execution, ProcessVariables.TYPE_RULES);
        takeOver(inspection, execution, ProcessVariables.LAST_LAWFUL_DAY);
        takeOver(inspection, execution, ProcessVariables.PUBLISHED_ON);
        takeOver(inspection, execution, ProcessVariables.PUBLISHED_ON_DAY);
    }

    private static <T> void takeOver(VariableMap from, DelegateExecution to, ProcessVariable<T> variable) {
        variable.find(from).ifPresent(value -> variable.set(to, value));
    }

    private VariableMap inspection(String reference) {
        return application.ask(() -> {
            Optional<HistoricProcessInstance> found = history
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(DiagramIds.INSPECTION_RESPONSE)
                    .processInstanceBusinessKey(reference)
                    .list()
                    .stream()
                    .max(Comparator.comparing(HistoricProcessInstance::getStartTime));
            VariableMap variables = Variables.createVariables();
            for (HistoricVariableInstance variable : history.createHistoricVariableInstanceQuery()
                    .processInstanceId(found.orElseThrow(RecordReturnedCopy::noSuchInspection)
                            .getId())
                    .executionIdIn(found.get().getId())
                    .disableBinaryFetching()
                    .disableCustomObjectDeserialization()
                    .list()) {
                variables.putValueTyped(variable.getName(), variable.getTypedValue());
            }
            return variables;
        });
    }

    private static InputRefused noSuchInspection() {
        return new InputRefused(
                "reference",
                "Inspection: there is none with this reference. Choose it from the list, or type its reference.");
    }

    private String key(String reference, String copy) {
        long before = application.ask(() -> history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(DiagramIds.SEND_COPY_AGAIN)
                .variableValueEquals(ProcessVariables.REFERENCE.name(), reference)
                .count());
        return reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE_IN_KEY)) + "-copy-" + copy + "-"
                + (before + 1);
    }
}
