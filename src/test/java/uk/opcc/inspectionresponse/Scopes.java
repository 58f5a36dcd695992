package uk.opcc.inspectionresponse;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Where a step of the diagram finds and leaves variables, without an engine. */
public final class Scopes {

    private Scopes() {}

    /** A step with these variables, which it may change and remove. */
    public static DelegateExecution step(VariableMap variables) {
        return with(mock(DelegateExecution.class), variables);
    }

    /** A task with these variables, which it may change and remove. */
    public static DelegateTask task(VariableMap variables) {
        return with(mock(DelegateTask.class), variables);
    }

    private static <T extends VariableScope> T with(T scope, VariableMap variables) {
        when(scope.getVariableTyped(anyString(), anyBoolean()))
                .thenAnswer(call -> variables.getValueTyped(call.getArgument(0)));
        doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
                .when(scope)
                .setVariable(anyString(), any());
        doAnswer(call -> {
                    variables.putAll(call.<Map<String, ?>>getArgument(0));
                    return null;
                })
                .when(scope)
                .setVariables(anyMap());
        doAnswer(call -> variables.remove(call.<String>getArgument(0)))
                .when(scope)
                .removeVariable(anyString());
        return scope;
    }

    /** Plain values, as the engine holds them. */
    public static VariableMap variables(Map<String, ?> values) {
        VariableMap variables = Variables.createVariables();
        variables.putAll(values);
        return variables;
    }
}
