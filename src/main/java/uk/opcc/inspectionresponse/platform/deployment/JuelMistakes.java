package uk.opcc.inspectionresponse.platform.deployment;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import uk.opcc.inspectionresponse.platform.expressions.EngineParser;
import uk.opcc.inspectionresponse.platform.expressions.Juel;
import uk.opcc.inspectionresponse.platform.expressions.UnreadableExpression;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** What an expression of a diagram names that is not there: variables, beans, their methods and properties. */
final class JuelMistakes {

    /** The functions of the engine and of its Json, with the number of their arguments. */
    private static final Map<String, Integer> FUNCTIONS =
            Map.of("currentUser", 0, "currentUserGroups", 0, "now", 0, "dateTime", 0, "JSON", 1, "S", 1, "XML", 1);

    /** What a table gave, as long as the engine is at its step. */
    static final String DECISION_RESULT = "decisionResult";

    private static final Map<String, List<Class<?>>> OF_THE_ENGINE = Map.of(
            "execution", List.of(DelegateExecution.class, ProcessInstance.class),
            "task", List.of(DelegateTask.class, Task.class),
            "authenticatedUserId", List.of(String.class));

    /** Methods whose first argument is the name of a variable. */
    private static final Set<String> OF_VARIABLES = Set.of(
            "getVariable",
            "getVariableLocal",
            "getVariableTyped",
            "hasVariable",
            "hasVariableLocal",
            "removeVariable",
            "removeVariableLocal",
            "setVariable",
            "setVariableLocal");

    private final DeployedFile file;
    private final Known known;
    private final Surroundings surroundings;
    private final Mistakes mistakes;
    private final Set<String> untyped;

    /** @param untyped names that the diagram itself gives to variables whose type it decides */
    JuelMistakes(
            DeployedFile file, Known known, Surroundings surroundings, Mistakes mistakes, Collection<String> untyped) {
        this.file = file;
        this.known = known;
        this.surroundings = surroundings;
        this.mistakes = mistakes;
        this.untyped = new HashSet<>(untyped);
    }

    /** Reads an expression and adds what is wrong with it. */
    Juel look(XmlElement element, String expression) {
        try {
            Juel read = EngineParser.read(expression);
            look(element, expression, read);
            return read;
        } catch (UnreadableExpression e) {
            add(
                    element,
                    "has an expression that cannot be read, " + Mistakes.quoted(expression) + ": " + e.getMessage());
            return new Juel.Other(List.of());
        }
    }

    private void add(XmlElement element, String what) {
        XmlElement drawn = element.drawn();
        mistakes.add(file, element.line(), Mistakes.quoted(drawn.called()) + " " + what);
    }

    private void look(XmlElement element, String expression, Juel part) {
        if (part instanceof Juel.Name name && !isKnown(element, name.name())) {
            add(
                    element,
                    "names " + Mistakes.quoted(name.name()) + " in " + Mistakes.quoted(expression)
                            + ", which is no variable and no bean" + hint(name.name()) + ": correct it");
        } else if (part instanceof Juel.Function function
                && !Integer.valueOf(function.arguments().size()).equals(FUNCTIONS.get(function.name()))) {
            add(
                    element,
                    "calls the function " + Mistakes.quoted(function.name()) + " in "
                            + Mistakes.quoted(expression) + ", which does not exist with "
                            + function.arguments().size()
                            + " arguments: correct it");
        } else if (part instanceof Juel.Call call) {
            look(element, expression, call);
        } else if (part instanceof Juel.Property property && lacks(typesOf(property.of()), property.name())) {
            add(
                    element,
                    "takes " + Mistakes.quoted(property.name()) + " in " + Mistakes.quoted(expression)
                            + " of something that does not have it: correct it");
        }
        part.parts().forEach(inner -> look(element, expression, inner));
    }

    private void look(XmlElement element, String expression, Juel.Call call) {
        List<Class<?>> types = typesOf(call.of());
        if (!types.isEmpty() && methods(types, call).isEmpty()) {
            Set<String> right = new HashSet<>();
            types.forEach(type ->
                    Arrays.stream(type.getMethods()).map(Method::getName).forEach(right::add));
            add(
                    element,
                    "calls " + Mistakes.quoted(call.method()) + " in " + Mistakes.quoted(expression)
                            + ", which does not exist with " + call.arguments().size() + " arguments"
                            + (right.contains(call.method()) ? "" : Known.perhaps(call.method(), right))
                            + ": correct it");
        }
        if (call.arguments().isEmpty() || !(call.arguments().get(0) instanceof Juel.Quoted first)) {
            return;
        }
        boolean isOfVariables = call.of() instanceof Juel.Name name && OF_THE_ENGINE.containsKey(name.name());
        if (isOfVariables && OF_VARIABLES.contains(call.method()) && !Known.isVariable(first.text())) {
            add(
                    element,
                    "names the variable " + Mistakes.quoted(first.text()) + " in " + Mistakes.quoted(expression)
                            + ", which does not exist" + Known.perhapsVariable(first.text()) + ": correct it");
        } else if (call.method().equals("prop") && call.of() instanceof Juel.Name name) {
            Set<String> parts = known.partsOf(name.name());
            if (!parts.isEmpty() && !untyped.contains(name.name()) && !parts.contains(first.text())) {
                add(
                        element,
                        "takes " + Mistakes.quoted(first.text()) + " in " + Mistakes.quoted(expression) + " of "
                                + Mistakes.quoted(name.name()) + ", which has no such part"
                                + Known.perhaps(first.text(), parts) + ": correct it");
            }
        }
    }

    private boolean isKnown(XmlElement element, String name) {
        return Known.isVariable(name)
                || name.equals(DECISION_RESULT) && isInDecision(element)
                || OF_THE_ENGINE.containsKey(name)
                || untyped.contains(name)
                || surroundings.bean(name).isPresent();
    }

    private static boolean isInDecision(XmlElement element) {
        for (XmlElement around = element; around != null; around = around.parent()) {
            if (around.name().equals("businessRuleTask")) {
                return true;
            }
        }
        return false;
    }

    private String hint(String name) {
        String variable = Known.perhapsVariable(name);
        return variable.isEmpty() ? surroundings.perhapsBean(name) : variable;
    }

    /** What something can be, as far as it is known without working it out; nothing where it is not. */
    private List<Class<?>> typesOf(Juel part) {
        if (part instanceof Juel.Name name) {
            return typesOf(name.name());
        }
        if (part instanceof Juel.Call call) {
            Set<Class<?>> returned = new HashSet<>();
            methods(typesOf(call.of()), call).forEach(method -> returned.add(method.getReturnType()));
            return returned.size() == 1 && returned.stream().allMatch(JuelMistakes::saysAll)
                    ? List.copyOf(returned)
                    : List.of();
        }
        return List.of();
    }

    /** Of what may be something more special nothing can be said. */
    private static boolean saysAll(Class<?> type) {
        return type == String.class || type == SpinJsonNode.class || type == Boolean.class || type == Integer.class;
    }

    private List<Class<?>> typesOf(String name) {
        if (OF_THE_ENGINE.containsKey(name)) {
            return OF_THE_ENGINE.get(name);
        }
        ProcessVariable<?> variable = ProcessVariables.all().get(name);
        if (variable != null) {
            return untyped.contains(name) ? List.of() : List.of(typeOf(variable));
        }
        return surroundings.bean(name).<List<Class<?>>>map(List::of).orElse(List.of());
    }

    /** As the engine holds it. */
    private static Class<?> typeOf(ProcessVariable<?> variable) {
        if (!variable.isPlain()) {
            return SpinJsonNode.class;
        }
        Class<?> type = (Class<?>) variable.type().getType();
        return type == LocalDate.class ? String.class : type;
    }

    private static List<Method> methods(List<Class<?>> types, Juel.Call call) {
        int given = call.arguments().size();
        return types.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals(call.method()))
                .filter(method -> method.getParameterCount() == given
                        || method.isVarArgs() && given >= method.getParameterCount() - 1)
                .toList();
    }

    private static boolean lacks(List<Class<?>> types, String property) {
        if (types.isEmpty() || types.stream().anyMatch(Map.class::isAssignableFrom)) {
            return false;
        }
        String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return types.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getParameterCount() == 0)
                .flatMap(method -> Stream.of(method.getName()))
                .noneMatch(name -> name.equals("get" + capital) || name.equals("is" + capital));
    }
}
