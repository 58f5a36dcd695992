package uk.opcc.inspectionresponse.casework.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.turns.Turns;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Begins a correction of a response that is published, and is not being corrected already. */
@Component("openCorrection")
class OpenCorrection implements ExecutionListener {

    /** What is wrong in public is corrected within a week; the Act names no day. */
    private static final int DUE_ON_DAY = 7;

    private static final int USUAL_PRIORITY = 50;

    /** A business key has 255 characters, and the number of the edition follows the reference. */
    private static final int LONGEST_REFERENCE_IN_KEY = 230;

    private final Register register;
    private final RuntimeService runtime;
    private final AsApplication application;
    private final References references;
    private final Turns turns;
    private final Clock clock;

    OpenCorrection(
            Register register,
            RuntimeService runtime,
            AsApplication application,
            References references,
            Turns turns,
            Clock clock) {
        this.turns = turns;
        this.references = references;
        this.register = register;
        this.runtime = runtime;
        this.application = application;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String reference = references.typed(ProcessVariables.REFERENCE.get(execution));
        turns.take(reference);
        Entry entry = register.find(reference)
                .orElseThrow(() -> new InputRefused(
                        "reference",
                        "Published response: there is none with this reference. Choose it from the list, or copy"
                                + " the address of its page in the public register."));
        if (entry.isImported()) {
            throw new InputRefused(
                    "reference",
                    "Published response: this one was imported from the office's earlier records, so this application"
                            + " has no text of it to correct. Choose another.");
        }
        if (isBeingCorrected(reference)) {
            throw new InputRefused(
                    "reference",
                    "Published response: this one is being corrected already. Finish or withdraw that"
                            + " correction first.");
        }
        String key = reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE_IN_KEY)) + "-correction-"
                + entry.edition();
        execution.setProcessBusinessKey(key);
        ProcessVariables.REFERENCE.set(execution, reference);
        ProcessVariables.CORRECTION_KEY.set(execution, key);
        ProcessVariables.CORRECTED_EDITION.set(execution, entry.edition());
        ProcessVariables.TASK_PRIORITY.set(execution, USUAL_PRIORITY);
        LocalDate due = new StatutoryPeriod(StatutoryPeriod.today(clock)).day(DUE_ON_DAY);
        ProcessVariables.CORRECTION_DUE.set(
                execution, Date.from(StatutoryPeriod.endOf(due).toInstant()));
    }

    private boolean isBeingCorrected(String reference) {
        return application.ask(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(DiagramIds.CORRECT_RESPONSE)
                        .variableValueEquals(ProcessVariables.REFERENCE.name(), reference)
                        .count()
                > 0);
    }
}
