package uk.opcc.inspectionresponse.oversight.evidence;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.DoneDuty;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** What was owed for a report beside the response, and what became of it. */
@Component
class CollectDuties {

    private final Names names;

    CollectDuties(Names names) {
        this.names = names;
    }

    List<Evidence.Duty> of(VariableMap variables) {
        Map<Integer, DoneDuty> done = ProcessVariables.DONE_DUTIES.find(variables).orElse(List.of()).stream()
                .collect(Collectors.toMap(DoneDuty::number, Function.identity(), (first, last) -> last));
        return ProcessVariables.OTHER_DUTIES.find(variables).orElse(List.of()).stream()
                .map(duty -> duty(duty, done.get(duty.number())))
                .toList();
    }

    private Evidence.Duty duty(OtherDuty duty, DoneDuty done) {
        return done == null
                ? new Evidence.Duty(duty.what(), duty.by(), "Not recorded as done", null, null)
                : new Evidence.Duty(
                        done.what(),
                        done.by(),
                        outcome(done),
                        done.note() == null || done.note().isBlank() ? null : done.note(),
                        names.of(done.recordedBy()));
    }

    private static String outcome(DoneDuty done) {
        return done.on() == null
                ? "Not required"
                : "Done on " + WrittenDate.of(done.on()) + (done.on().isAfter(done.by()) ? ", late" : ", in time");
    }
}
