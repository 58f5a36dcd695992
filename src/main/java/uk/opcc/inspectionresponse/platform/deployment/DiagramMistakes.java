package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.util.ClassUtils;
import uk.opcc.inspectionresponse.platform.expressions.EngineParser;
import uk.opcc.inspectionresponse.platform.expressions.Juel;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** What a diagram names that is not there, or could not be worked out. */
final class DiagramMistakes {

    private static final String OF_THE_DEPLOYMENT = "deployment";
    private static final String FORM_FILE = "camunda-forms:deployment:";

    /** Their texts are for people, or are no part of what runs. */
    private static final Set<String> NOT_RUN =
            Set.of("documentation", "textAnnotation", "BPMNDiagram", "camunda:properties", "category");

    /** Their texts must be worked out. */
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition", "completionCondition");

    /** Whose names may be worked out. */
    private static final Set<String> WITH_EXPRESSIONS_AS_NAMES = Set.of("message", "signal");

    private static final Set<String> NEVER_EXPRESSIONS = Set.of("id", "name", "class");

    private final DeployedFile file;
    private final XmlElement root;
    private final Known known;
    private final Surroundings surroundings;
    private final Mistakes mistakes;
    private final JuelMistakes expressions;

    /** Variables whose type the diagram itself decides. */
    private final Set<String> untyped = new HashSet<>();

    DiagramMistakes(ReadFile diagram, Known known, Surroundings surroundings, Mistakes mistakes) {
        this.file = diagram.file();
        this.root = diagram.root();
        this.known = known;
        this.surroundings = surroundings;
        this.mistakes = mistakes;
        running(root).forEach(element -> untyped.addAll(given(element)));
        this.expressions = new JuelMistakes(file, known, surroundings, mistakes, untyped);
    }

    /** All of it that runs; a process that only shows what others do is passed over by the engine. */
    static Stream<XmlElement> running(XmlElement element) {
        return NOT_RUN.contains(element.name())
                        || element.name().equals("process") && !Boolean.parseBoolean(element.get("isExecutable"))
                ? Stream.of()
                : Stream.concat(Stream.of(element), element.children().stream().flatMap(DiagramMistakes::running));
    }

    /** Adds all mistakes of the diagram. */
    void look() {
        running(root).takeWhile(element -> !mistakes.areMany()).forEach(element -> {
            look(element);
            given(element).forEach(name -> isDeclared(element, name));
        });
        running(root)
                .filter(element -> element.name().equals("process"))
                .forEach(process -> new FlowMistakes(file, process, mistakes).look());
    }

    private void add(XmlElement element, String what) {
        mistakes.add(file, element.line(), Mistakes.quoted(element.drawn().called()) + " " + what);
    }

    private void look(XmlElement element) {
        switch (element.name()) {
            case "userTask", "startEvent" -> form(element);
            case "businessRuleTask" -> decision(element);
            case "callActivity" -> call(element);
            case "scriptTask", "camunda:script" ->
                add(element, "has a script, and scripts are not run: let a developer make a bean of it");
            case "timeDate" -> time(element, "date, such as 2026-07-19T09:00:00", EngineParser::isDate);
            case "timeDuration" -> time(element, "length of time, such as P3D", EngineParser::isDuration);
            case "timeCycle" -> time(element, "repetition, such as R3/PT10M or 0 0 8 * * ?", EngineParser::isCycle);
            case "camunda:failedJobRetryTimeCycle" -> retries(element);
            case "camunda:in", "camunda:out" -> source(element);
            case "multiInstanceLoopCharacteristics" -> {
                String collection = element.get("camunda:collection");
                if (!collection.isEmpty() && !EngineParser.isExpression(collection)) {
                    isDeclared(element, collection);
                    isCollection(element, collection);
                }
            }
            default -> {
                // Nothing that only this one has.
            }
        }
        if (CONDITIONS.contains(element.name())) {
            condition(element);
        } else if (EngineParser.isExpression(element.text())) {
            expressions.look(element, element.text());
        }
        attributes(element);
    }

    private void attributes(XmlElement element) {
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            String name = attribute.getKey().replace("camunda:", "");
            String value = attribute.getValue();
            boolean canBeExpression = !NEVER_EXPRESSIONS.contains(name)
                    || name.equals("name") && WITH_EXPRESSIONS_AS_NAMES.contains(element.name());
            boolean isCamundas = element.isCamundas() || attribute.getKey().startsWith("camunda:");
            if (isCamundas && name.equals("delegateExpression")) {
                delegate(element, value);
            } else if (isCamundas && name.equals("class")) {
                type(element, value);
            } else if (canBeExpression && EngineParser.isExpression(value)) {
                expressions.look(element, value);
            } else if (isCamundas && name.equals("expression")) {
                add(
                        element,
                        "has the expression " + Mistakes.quoted(value) + ", which does nothing without \"${\" and"
                                + " \"}\" around it");
            } else if (isCamundas && (name.equals("dueDate") || name.equals("followUpDate"))) {
                if (!EngineParser.isDate(value)) {
                    add(
                            element,
                            "has the date " + Mistakes.quoted(value)
                                    + ", which is none: write it as ${findingsDue} or P3D");
                }
            } else if (isCamundas && (name.equals("candidateGroups") || name.equals("candidateStarterGroups"))) {
                groups(element, value);
            } else if (isCamundas && (name.equals("priority") || name.equals("jobPriority"))) {
                if (!value.matches("-?\\d{1,9}")) {
                    add(element, "has the priority " + Mistakes.quoted(value) + ", which is no number");
                }
            } else if (isCamundas && name.equals("type") && !element.isCamundas()) {
                add(
                        element,
                        "is of the type " + Mistakes.quoted(value)
                                + ", which nothing here does: name a bean in a delegate expression");
            }
        }
    }

    private void condition(XmlElement element) {
        if (!element.get("language").isEmpty() && !element.get("language").equalsIgnoreCase("juel")) {
            add(
                    element,
                    "has a condition in " + Mistakes.quoted(element.get("language"))
                            + ", and scripts are not run: write it as an expression");
        } else if (EngineParser.isExpression(element.text())) {
            expressions.look(element, element.text());
        } else {
            add(
                    element,
                    "has the condition " + Mistakes.quoted(element.text())
                            + ", which is neither true nor false: write it between \"${\" and \"}\"");
        }
    }

    private void delegate(XmlElement element, String expression) {
        Juel read = expressions.look(element, expression);
        if (read instanceof Juel.Plain) {
            add(
                    element,
                    "has the delegate expression " + Mistakes.quoted(expression)
                            + ", which names nothing without \"${\" and \"}\" around it");
        } else if (read instanceof Juel.Name name) {
            Optional<Class<?>> bean = surroundings.bean(name.name());
            if (bean.isEmpty() ? Known.isVariable(name.name()) : !isRight(element, bean.get())) {
                add(
                        element,
                        "calls " + Mistakes.quoted(name.name())
                                + ", which is nothing that can be called at this place: name another bean");
            }
        }
    }

    private static boolean isRight(XmlElement element, Class<?> bean) {
        return switch (element.name()) {
            case "camunda:taskListener" -> TaskListener.class.isAssignableFrom(bean);
            case "camunda:executionListener" ->
                ExecutionListener.class.isAssignableFrom(bean) || JavaDelegate.class.isAssignableFrom(bean);
            default ->
                JavaDelegate.class.isAssignableFrom(bean)
                        || ClassUtils.getAllInterfacesForClassAsSet(bean).stream()
                                .anyMatch(one -> one.getSimpleName().endsWith("ActivityBehavior"));
        };
    }

    /** The engine makes one of it when it comes to it. */
    private void type(XmlElement element, String name) {
        boolean isThere = false;
        if (!EngineParser.isExpression(name) && ClassUtils.isPresent(name, null)) {
            Class<?> type = ClassUtils.resolveClassName(name, null);
            isThere = ClassUtils.hasConstructor(type) && isRight(element, type);
        }
        if (!isThere) {
            add(
                    element,
                    "names the class " + Mistakes.quoted(name)
                            + ", which cannot be called: name a bean in a delegate expression");
        }
    }

    private void time(XmlElement element, String what, Predicate<String> canBeRead) {
        if (!EngineParser.isExpression(element.text()) && !canBeRead.test(element.text())) {
            add(element, "has the time " + Mistakes.quoted(element.text()) + ", which is no " + what);
        }
    }

    private void retries(XmlElement element) {
        if (!EngineParser.isExpression(element.text())) {
            for (String wait : element.text().split(",", -1)) {
                if (!EngineParser.isDuration(wait)) {
                    add(
                            element,
                            "is tried again after " + Mistakes.quoted(wait)
                                    + ", which is no length of time, such as PT5M or R3/PT10M");
                }
            }
        }
    }

    private void groups(XmlElement element, String groups) {
        for (String group : groups.split(",")) {
            if (mistakes.areMany()) {
                return;
            }
            if (!known.hasGroup(group.strip(), surroundings)) {
                add(
                        element,
                        "is for " + Mistakes.quoted(group)
                                + ", which is no group: nobody would see it, so correct the name");
            }
        }
    }

    private void source(XmlElement element) {
        String source = element.get("source");
        if (!source.isEmpty() && !EngineParser.isExpression(source)) {
            isDeclared(element, source);
        }
    }

    private void isDeclared(XmlElement element, String variable) {
        if (!EngineParser.isExpression(variable) && !Known.isVariable(variable)) {
            add(
                    element,
                    "names " + Mistakes.quoted(variable) + ", which is no variable" + Known.perhapsVariable(variable)
                            + ": take one of the list of variables");
        }
    }

    /** The engine takes Json for one thing, whatever is in it. */
    private void isCollection(XmlElement element, String variable) {
        ProcessVariable<?> declared = ProcessVariables.all().get(variable);
        if (declared != null && !declared.isPlain() && !untyped.contains(variable)) {
            add(
                    element,
                    "is done for each of " + Mistakes.quoted(variable) + ", which the engine cannot count: write ${"
                            + variable + ".elements()}");
        }
    }

    /** The variables that an element sets. */
    private static List<String> given(XmlElement element) {
        List<String> names = new ArrayList<>(List.of(
                element.get("camunda:elementVariable"),
                element.get("camunda:resultVariable"),
                element.get("camunda:initiator"),
                element.get("camunda:errorCodeVariable"),
                element.get("camunda:errorMessageVariable"),
                element.get("camunda:escalationCodeVariable"),
                switch (element.name()) {
                    case "camunda:in", "camunda:out" -> element.get("target");
                    case "camunda:inputParameter", "camunda:outputParameter" -> element.get("name");
                    case "camunda:formField" -> element.id();
                    default -> "";
                }));
        names.removeIf(String::isBlank);
        return names;
    }

    private void form(XmlElement element) {
        needs(
                element,
                "form",
                element.get("camunda:formRef"),
                element.get("camunda:formRefBinding"),
                known::hasForm,
                form -> known.hadForm(form, surroundings));
        String key = element.get("camunda:formKey");
        if (key.startsWith(FORM_FILE)) {
            needs(element, "form", key.substring(FORM_FILE.length()), OF_THE_DEPLOYMENT, known::hasFile, form -> false);
        }
    }

    private void decision(XmlElement element) {
        String decision = element.get("camunda:decisionRef");
        needs(
                element,
                "decision",
                decision,
                element.get("camunda:decisionRefBinding"),
                known::hasDecision,
                surroundings::hasDecision);
        if (!decision.isEmpty()
                && element.get("camunda:resultVariable").isEmpty()
                && element.all().noneMatch(DiagramMistakes::takesResult)) {
            add(element, "decides something that nothing gets to know: name a result variable");
        }
    }

    private static boolean takesResult(XmlElement element) {
        return element.text().contains(JuelMistakes.DECISION_RESULT)
                || element.attributes().values().stream()
                        .anyMatch(value -> value.contains(JuelMistakes.DECISION_RESULT));
    }

    private void call(XmlElement element) {
        needs(
                element,
                "process",
                element.get("calledElement"),
                element.get("camunda:calledElementBinding"),
                known::hasProcess,
                surroundings::hasProcess);
    }

    private void needs(
            XmlElement element,
            String kind,
            String reference,
            String binding,
            Predicate<String> isDeployedToo,
            Predicate<String> wasDeployedBefore) {
        // What an expression names is known only when it is there.
        if (reference.isEmpty() || EngineParser.isExpression(reference) || isDeployedToo.test(reference)) {
            return;
        }
        if (binding.equals(OF_THE_DEPLOYMENT)) {
            mistakes.add(
                    file,
                    element.line(),
                    "the " + kind + " \"" + reference + "\" of \"" + element.called()
                            + "\" is missing: it has to be deployed together with the diagram");
        } else if (!wasDeployedBefore.test(reference)) {
            mistakes.add(
                    file,
                    element.line(),
                    "the " + kind + " \"" + reference + "\" of \"" + element.called()
                            + "\" is missing: deploy it before the diagram, or together with it");
        }
    }
}
