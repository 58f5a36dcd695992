package uk.opcc.inspectionresponse.casework.distribution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.registration.CorrectedDates;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * The copies that nobody has sent yet, where the date of the report was wrong: what is proposed to write with them
 * names it, and so does the work of sending one again.
 */
@Component
public class DatesOfOpenCopies {

    private final RuntimeService runtime;
    private final WorkingDays workingDays;
    private final AsApplication application;

    DatesOfOpenCopies(RuntimeService runtime, WorkingDays workingDays, AsApplication application) {
        this.runtime = runtime;
        this.workingDays = workingDays;
        this.application = application;
    }

    /** Names the right dates in what is proposed for each open copy of an inspection. */
    public void correct(ProcessInstance inspection, StatutoryPeriod wrong, StatutoryPeriod right) {
        application.ask(() -> {
            correctWords(inspection.getId(), wrong, right);
            return null;
        });
    }

    /** Does so in the copies of a response that are to be sent again. */
    public void correctThoseSentAgain(String reference, LocalDate rightDate) {
        application.ask(() -> {
            for (ProcessInstance again : runtime.createProcessInstanceQuery()
                    .processDefinitionKey(DiagramIds.SEND_COPY_AGAIN)
                    .variableValueEquals(ProcessVariables.REFERENCE.name(), reference)
                    .list()) {
                VariableMap variables = runtime.getVariablesTyped(again.getId(), false);
                PeriodOfInspection.find(variables).ifPresent(wrong -> {
                    runtime.setVariables(again.getId(), CorrectedDates.of(variables, rightDate, workingDays));
                    correctWords(again.getId(), wrong, CorrectedDates.period(variables, rightDate, wrong));
                });
            }
            return null;
        });
    }

    private void correctWords(String process, StatutoryPeriod wrong, StatutoryPeriod right) {
        List<String> open = runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(process)
                .variableName(ProcessVariables.DISTRIBUTION.name())
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .map(found -> found.getExecutionId())
                .toList();
        for (String execution : open) {
            Distribution proposed = ProcessVariables.DISTRIBUTION.get(runtime.getVariablesLocalTyped(execution, false));
            if (proposed.text() != null && proposed.recordedBy() == null) {
                Map<String, Object> corrected = new HashMap<>();
                ProcessVariables.DISTRIBUTION.put(
                        corrected,
                        proposed.asMail(
                                proposed.address(),
                                words(proposed.subject(), wrong, right),
                                words(proposed.text(), wrong, right),
                                proposed.attachments()));
                runtime.setVariablesLocal(execution, corrected);
            }
        }
    }

    /** Both at once: the one day may be the other one's right day. What was approved on a day, was. */
    private static String words(String text, StatutoryPeriod wrong, StatutoryPeriod right) {
        if (text == null) {
            return null;
        }
        String published = WrittenDate.of(wrong.published());
        String last = WrittenDate.of(wrong.lastLawfulDay());
        return Pattern.compile(
                        "(?<!\\d|approved on )(?:" + Pattern.quote(published) + "|" + Pattern.quote(last) + ")(?!\\d)")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        WrittenDate.of(found.group().equals(published) ? right.published() : right.lastLawfulDay())));
    }
}
