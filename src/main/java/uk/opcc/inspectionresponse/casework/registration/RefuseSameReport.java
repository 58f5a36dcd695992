package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/**
 * Asks whoever registers a report that is registered already whether it is another one: a second click, a request that
 * is sent again, or a colleague who has come first.
 */
@Component
class RefuseSameReport {

    private final RegisteredReports reports;
    private final Register register;
    private final HistoryService history;
    private final AsApplication application;
    private final References references;
    private final People people;
    private final Clock clock;

    RefuseSameReport(
            RegisteredReports reports,
            Register register,
            HistoryService history,
            AsApplication application,
            References references,
            People people,
            Clock clock) {
        this.reports = reports;
        this.register = register;
        this.history = history;
        this.application = application;
        this.references = references;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Lets it be checked at the end of the registration, which is in the same transaction. Whoever registers another
     * one at the same moment waits for the number of its reference, and sees what has been registered before.
     */
    void isToBeChecked(DelegateExecution execution) {
        execution.setVariable(ProcessVariables.REGISTERED_NOW.name(), Variables.booleanValue(true, true));
    }

    /**
     * Refuses a report of which there is an inspection that goes on, or a published response, where it is to be
     * checked. Whatever else is wrong with what was sent is said before.
     *
     * @throws InputRefused naming that inspection, and saying what to do if the report is another one
     */
    void check(DelegateExecution execution) {
        if (!ProcessVariables.REGISTERED_NOW.find(execution).orElse(false)) {
            return;
        }
        for (RegisteredReports.Inspection known :
                reports.of(ProcessVariables.TITLE.get(execution), ProcessVariables.DATE_PUBLISHED.get(execution))) {
            if (known.id().equals(execution.getProcessInstanceId())) {
                continue;
            }
            Optional<HistoricProcessInstance> inspection =
                    application.ask(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                            .processInstanceId(known.id())
                            .singleResult()));
            boolean goesOn = inspection.filter(one -> one.getEndTime() == null).isPresent();
            if (goesOn || register.find(known.reference()).isPresent()) {
                throw new InputRefused(
                        ProcessVariables.TITLE.name(),
                        "Title of the inspection report: this report is registered already, as "
                                + references.shown(known.reference())
                                + inspection.map(this::byWhom).orElse("")
                                + ". Use that inspection. If yours is another report that was published on the same day, say"
                                + " in its title what it is about, or which force.");
            }
        }
    }

    private String byWhom(HistoricProcessInstance inspection) {
        String when = WrittenMoment.asOf(inspection.getStartTime().toInstant(), clock.instant());
        return Optional.ofNullable(inspection.getStartUserId())
                .map(person -> " by " + people.nameOf(person) + " (" + when + ")")
                .orElse(" (" + when + ")");
    }
}
