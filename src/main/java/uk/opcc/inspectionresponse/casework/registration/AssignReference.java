package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.turns.Turns;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Gives an inspection its reference, the business key: short and counted in each year, in the form that the office has
 * set. One that a client chose itself is kept if no other inspection has it.
 */
@Component("assignReference")
class AssignReference implements ExecutionListener {

    private static final Pattern IN_A_LINK = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:()@+-]*");

    /** Files of the public register, beside which each response has its folder. */
    private static final Pattern TAKEN_BY_THE_REGISTER = Pattern.compile(
            "(feed\\.atom|index\\.html|register\\.css|responses\\.csv|response-\\d+\\.schema\\.json)",
            Pattern.CASE_INSENSITIVE);

    private final ReferenceNumbers numbers;
    private final References references;
    private final Clock clock;
    private final HistoryService history;
    private final RegisteredReports reports;
    private final RefuseSameReport sameReport;
    private final Turns turns;

    AssignReference(
            ReferenceNumbers numbers,
            References references,
            Clock clock,
            HistoryService history,
            RegisteredReports reports,
            RefuseSameReport sameReport,
            Turns turns) {
        this.reports = reports;
        this.sameReport = sameReport;
        this.turns = turns;
        this.numbers = numbers;
        this.references = references;
        this.clock = clock;
        this.history = history;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String chosen = execution.getProcessBusinessKey();
        if (chosen == null || chosen.isBlank()) {
            chosen = next(execution.getProcessInstanceId());
            // A client that has given a reference says by it which inspection it means.
            sameReport.isToBeChecked(execution);
            execution.setProcessBusinessKey(chosen);
        } else if (chosen.length() > 255) {
            throw new InputRefused("businessKey", "The reference must have at most 255 characters: shorten it.");
        } else if (!IN_A_LINK.matcher(chosen).matches()
                || TAKEN_BY_THE_REGISTER.matcher(chosen).matches()) {
            throw new InputRefused(
                    "businessKey",
                    "The reference stands in links: use letters, digits, spaces and . _ - : ( ) @ +"
                            + " only, and a letter or digit at its beginning.");
        } else if (isTaken(chosen, execution.getProcessInstanceId())) {
            throw new InputRefused(
                    "businessKey",
                    "The reference '" + chosen
                            + "' belongs to another inspection: give another one,"
                            + " or none to have it made.");
        }
        ProcessVariables.REFERENCE.set(execution, chosen);
        reports.keep(
                new RegisteredReports.Inspection(execution.getProcessInstanceId(), chosen),
                ProcessVariables.TITLE.get(execution),
                ProcessVariables.DATE_PUBLISHED.get(execution));
    }

    /** Two may choose the same one at the same moment. */
    private boolean isTaken(String reference, String inspection) {
        turns.take(reference);
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .anyMatch(other -> !other.getId().equals(inspection));
    }

    /** A client may have chosen one that would come later. */
    private String next(String inspection) {
        int year = StatutoryPeriod.today(clock).getYear();
        String next = references.of(year, numbers.next(year));
        while (isTaken(next, inspection)) {
            next = references.of(year, numbers.next(year));
        }
        return next;
    }
}
