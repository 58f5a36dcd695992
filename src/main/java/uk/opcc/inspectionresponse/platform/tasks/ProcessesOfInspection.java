package uk.opcc.inspectionresponse.platform.tasks;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * The running processes that are about one inspection: itself, the corrections of its response, the copies that are
 * sent again, and the changes that are asked for.
 *
 * <p>All of them carry its reference as a variable. The engine has no index of what variables say, and would read those
 * of every open inspection; it has one of business keys, which begin with the reference.
 */
@Component
class ProcessesOfInspection {

    /** Of a longer reference the keys of the others have no more than this many characters. */
    private static final int CERTAIN_IN_KEYS = 200;

    private final RuntimeService runtime;
    private final AsApplication application;

    ProcessesOfInspection(RuntimeService runtime, AsApplication application) {
        this.runtime = runtime;
        this.application = application;
    }

    /** Their ids, whoever asks; none where there is no such inspection. */
    String[] of(String reference) {
        return application.ask(() -> {
            String[] candidates = Stream.of(
                            runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference),
                            runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(beginning(reference)))
                    .flatMap(query -> query.list().stream())
                    .map(ProcessInstance::getId)
                    .distinct()
                    .toArray(String[]::new);
            if (candidates.length == 0) {
                return candidates;
            }
            List<VariableInstance> references = runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(candidates)
                    .variableName(ProcessVariables.REFERENCE.name())
                    .list();
            return references.stream()
                    .filter(one -> reference.equals(one.getValue()))
                    .map(VariableInstance::getProcessInstanceId)
                    .distinct()
                    .toArray(String[]::new);
        });
    }

    private static String beginning(String reference) {
        return reference
                        .substring(0, Math.min(reference.length(), CERTAIN_IN_KEYS))
                        .replaceAll("[\\\\%_]", "\\\\$0")
                + (reference.length() > CERTAIN_IN_KEYS ? "%" : "-%");
    }
}
