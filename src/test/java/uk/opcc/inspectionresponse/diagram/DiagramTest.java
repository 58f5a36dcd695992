package uk.opcc.inspectionresponse.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** What goes wrong in production when a diagram or a form is edited, checked before it can. */
@DisplayName("The diagram, the decision table and the forms")
class DiagramTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path DIAGRAM = PROJECT.resolve("processes/inspection-response.bpmn");
    private static final List<Path> DIAGRAMS = List.of(
            DIAGRAM,
            PROJECT.resolve("processes/deliver-copy.bpmn"),
            PROJECT.resolve("processes/correct-response.bpmn"),
            PROJECT.resolve("processes/change-inspection.bpmn"),
            PROJECT.resolve("processes/tell-people.bpmn"));
    private static final Set<String> GROUPS = Set.of(
            Groups.POLICY_OFFICERS,
            Groups.CHIEF_CONSTABLES_OFFICE,
            Groups.APPROVERS,
            Groups.COMMUNICATIONS,
            Groups.MANAGERS);

    private final List<BpmnModelInstance> diagrams =
            DIAGRAMS.stream().map(file -> Bpmn.readModelFromFile(file.toFile())).toList();
    private final BpmnModelInstance diagram = diagrams.get(0);
    private final Map<String, JsonNode> forms = forms();

    @Test
    @DisplayName("stand in one place: a copy elsewhere would be edited in vain")
    void noCopies() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            assertThat(files.map(PROJECT::relativize)
                            .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
                            // What was given away is kept as it was.
                            .filter(file -> !file.startsWith("src/test/resources/released"))
                            .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                            .filter(file -> !file.startsWith("processes") && !file.startsWith("forms")))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("have ids by hand in kebab case: generated ones say nothing in Cockpit, in logs and in tests")
    void ids() {
        assertThat(all(FlowElement.class))
                .extracting(FlowElement::getId)
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    @DisplayName(
            "give every task a form, a group, a due date and the priority: without them it is seen by nobody or by all")
    void tasks() {
        assertThat(all(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(forms).containsKey(task.getCamundaFormRef());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(GROUPS).containsAll(task.getCamundaCandidateGroupsList());
            assertThat(task.getCamundaCandidateGroupsList()).isNotEmpty();
            assertThat(task.getCamundaDueDate()).matches("\\$\\{\\w+Due}");
            assertThat(task.getCamundaPriority()).isEqualTo("${taskPriority}");
        });
        assertThat(all(StartEvent.class).stream()
                        .map(StartEvent::getCamundaFormRef)
                        .filter(form -> form != null))
                .containsExactly("register-inspection-report", "request-correction", "request-change");
    }

    @Test
    @DisplayName("phrase gateways as questions with named flows: an unnamed one can't be read or discussed")
    void gateways() {
        // One that only brings flows together asks nothing.
        assertThat(all(ExclusiveGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().size() > 1))
                .isNotEmpty()
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).endsWith("?");
                    assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                        assertThat(flow.getName()).isNotBlank();
                        assertThat(flow.getConditionExpression()).isNotNull();
                    });
                });
    }

    @Test
    @DisplayName("take every value that a form offers: a choice without a flow would stop the process")
    void choices() {
        Map<String, Set<String>> asked = all(SequenceFlow.class).stream()
                .map(SequenceFlow::getConditionExpression)
                .filter(condition -> condition != null)
                .map(condition ->
                        Pattern.compile("\\$\\{(\\w+) (==|!=) '([\\w-]+)'}").matcher(condition.getTextContent()))
                .filter(Matcher::matches)
                .collect(Collectors.groupingBy(
                        condition -> condition.group(1),
                        Collectors.mapping(condition -> condition.group(3), Collectors.toSet())));
        assertThat(asked).hasSize(15);
        asked.forEach((variable, values) -> {
            Set<String> offered = fields().filter(
                            field -> field.path("key").asText().equals(variable))
                    .flatMap(field -> stream(field.path("values")))
                    .map(option -> option.path("value").asText())
                    .collect(Collectors.toSet());
            assertThat(offered).as(variable).containsAll(values);
            if (!variable.equals("commentsNext")) {
                assertThat(values).as(variable).containsExactlyInAnyOrderElementsOf(offered);
            }
        });
    }

    @Test
    @DisplayName("send by email, or not, by what the form offers: a value that is neither would do nothing")
    void ways() {
        List<String> conditions = all(SequenceFlow.class).stream()
                .map(SequenceFlow::getConditionExpression)
                .filter(condition -> condition != null)
                .map(condition -> condition.getTextContent())
                .filter(condition -> condition.contains(".prop("))
                .toList();
        assertThat(conditions)
                .containsExactly(
                        "${distribution.prop('way').stringValue() == 'e-mail'}",
                        "${distribution.prop('way').stringValue() != 'e-mail'}");
        assertThat(fields().filter(field -> field.path("key").asText().equals("distribution.way"))
                        .flatMap(field -> stream(field.path("values")))
                        .map(option -> option.path("value").asText()))
                .containsExactly("e-mail", "another");
    }

    @Test
    @DisplayName(
            "deliver all copies by the one process that was deployed with them, and hand back what it makes of each")
    void copies() {
        assertThat(all(CallActivity.class)).hasSize(4).allSatisfy(call -> {
            assertThat(call.getCalledElement()).isEqualTo("deliver-copy");
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            CamundaIn given = only(call, CamundaIn.class);
            CamundaOut taken = only(call, CamundaOut.class);
            assertThat(given.getCamundaTarget())
                    .isEqualTo(taken.getCamundaSource())
                    .isEqualTo("distribution");
            assertThat(given.getCamundaSource())
                    .isEqualTo(taken.getCamundaTarget())
                    .endsWith("Distribution");
            assertThat(((UserTask) call.getIncoming().iterator().next().getSource())
                            .getId()
                            .replace("send-to-", "deliver-to-"))
                    .isEqualTo(call.getId());
        });
        assertThat(all(BoundaryEvent.class))
                .filteredOn(event -> event.getAttachedTo() instanceof CallActivity)
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.getOutgoing()
                                .iterator()
                                .next()
                                .getTarget()
                                .getId()
                                .replace("send-to-", "deliver-to-"))
                        .isEqualTo(event.getAttachedTo().getId()));
    }

    private static <T extends ModelElementInstance> T only(CallActivity call, Class<T> type) {
        Collection<T> found = call.getExtensionElements().getChildElementsByType(type);
        assertThat(found).hasSize(1);
        return found.iterator().next();
    }

    @Test
    @DisplayName("ask again for every choice when a task comes again: an earlier answer would be sent on unread")
    void asksAgain() {
        Set<String> forgotten = Pattern.compile("earlierAnswers\\.forget\\(execution, '(\\w+)'\\)")
                .matcher(allText())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> choices = fields().filter(
                        field -> field.path("type").asText().equals("radio"))
                .map(field -> field.path("key").asText())
                // With a dot it is part of what was written, and stays with it; what a report is, and where it is
                // published, is said once; in how many tasks answers are written is proposed; a request that was sent
                // back is shown as it was made.
                .filter(key -> !key.contains(".")
                        && !Set.of(
                                        "publishedWhere",
                                        "answersIn",
                                        "reportIs",
                                        "changeKind",
                                        "relation",
                                        "takenOver",
                                        "saidInRegister")
                                .contains(key))
                .collect(Collectors.toSet());
        assertThat(choices).isNotEmpty();
        assertThat(forgotten).containsAll(choices);
    }

    @Test
    @DisplayName(
            "put the deadline on the whole of the work, on a date and not interrupting: else work would be lost or missed")
    void deadline() {
        BoundaryEvent deadline = (BoundaryEvent) diagram.getModelElementById("escalation-due");

        assertThat(deadline.cancelActivity()).isFalse();
        assertThat(deadline.getAttachedTo()).isInstanceOf(SubProcess.class);
        TimerEventDefinition timer =
                (TimerEventDefinition) deadline.getEventDefinitions().iterator().next();
        assertThat(timer.getTimeDate().getTextContent()).isEqualTo("${escalationAt}");
        assertThat(((SubProcess) deadline.getAttachedTo()).getChildElementsByType(UserTask.class))
                .hasSizeGreaterThan(8);
    }

    @Test
    @DisplayName("call beans that exist: a misspelled name is found only when a task reaches it")
    void beans() {
        Set<String> called = new TreeSet<>();
        Matcher calls = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"|\\$\\{(\\w+)\\.\\w+\\(")
                .matcher(allText());
        while (calls.find()) {
            called.add(calls.group(1) == null ? calls.group(2) : calls.group(1));
        }
        called.removeIf(
                name -> name.equals("execution") || ProcessVariables.all().containsKey(name));

        Map<String, String> beans = namedBeans();
        assertThat(called).hasSizeGreaterThan(20).isSubsetOf(beans.keySet());
        // Where the public finds a response is asked on pages and in mails, too.
        called.remove("publicSite");
        assertThat(called)
                .allSatisfy(name -> assertThat(beans.get(name)).startsWith("uk.opcc.inspectionresponse.casework."));
    }

    /** The classes of the beans whose names are written out, as deployed diagrams keep them: a class can be renamed. */
    private static Map<String, String> namedBeans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        Map<String, String> beans = new HashMap<>();
        for (BeanDefinition bean : scanner.findCandidateComponents("uk.opcc.inspectionresponse")) {
            Object name = ((AnnotatedBeanDefinition) bean)
                    .getMetadata()
                    .getAnnotationAttributes(Component.class.getName())
                    .get("value");
            if (!name.equals("")) {
                beans.put(name.toString(), bean.getBeanClassName());
            }
        }
        return beans;
    }

    @Test
    @DisplayName("use variables that are declared: a misspelled one is null at the worst moment")
    void variables() {
        Set<String> declared = new HashSet<>(ProcessVariables.all().keySet());
        Set<String> known = Set.of(
                "execution", "empty", "null", "and", "recipients", "publicSite", "remindOfDueTasks", "earlierAnswers");
        Matcher expressions =
                Pattern.compile("\\$\\{([^}]*)}").matcher(allText().replaceAll("delegateExpression=\"[^\"]*\"", ""));
        int found = 0;
        while (expressions.find()) {
            String expression = expressions.group(1).replaceAll("'[^']*'", "").replaceAll("&apos;[^&]*&apos;", "");
            Matcher names = Pattern.compile("(?<![.\\w])[a-zA-Z]\\w*").matcher(expression);
            while (names.find()) {
                found++;
                assertThat(names.group())
                        .matches(name -> declared.contains(name) || known.contains(name), "is declared");
            }
        }
        assertThat(found).isGreaterThan(30);
        assertThat(fields().map(field -> field.path("key").asText().replaceAll("\\..*", "")))
                .isSubsetOf(declared);
    }

    @Test
    @DisplayName("limit every text: one without a limit fails in the database")
    void limits() {
        assertThat(fields().filter(field -> field.path("type").asText().startsWith("text")))
                .isNotEmpty()
                .allSatisfy(field -> {
                    int limit = field.path("validate").path("maxLength").asInt();
                    assertThat(limit).isPositive();
                    if (!field.path("key").asText().contains(".")) {
                        // A plain variable is a VARCHAR of 4,000 characters.
                        assertThat(limit).isLessThanOrEqualTo(4000);
                    }
                });
    }

    @Test
    @DisplayName("use no repeated rows: Tasklist can't complete a form that has them")
    void noDynamicLists() {
        assertThat(forms.values())
                .allSatisfy(form -> assertThat(form.toString()).doesNotContain("dynamiclist"));
    }

    @Test
    @DisplayName("name each form as its file: Modeler and the diagram go by the id")
    void formIds() {
        assertThat(forms)
                .allSatisfy((file, form) -> assertThat(form.path("id").asText()).isEqualTo(file));
    }

    @Test
    @DisplayName("draw everything: what has no shape is executed, but not seen")
    void shapes() {
        Set<String> drawn = all(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        assertThat(all(FlowNode.class)).extracting(FlowNode::getId).allMatch(drawn::contains);
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return diagrams.stream()
                .flatMap(model -> model.getModelElementsByType(type).stream())
                .toList();
    }

    private static String allText() {
        return DIAGRAMS.stream().map(DiagramTest::text).collect(Collectors.joining());
    }

    private Stream<JsonNode> fields() {
        return forms.values().stream()
                .flatMap(form -> stream(form.path("components")))
                .filter(field -> field.has("key"));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }

    private static Map<String, JsonNode> forms() {
        try (Stream<Path> files = Files.list(PROJECT.resolve("forms"))) {
            List<Path> found = files.toList();
            return found.stream()
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".form", ""), file -> json(text(file))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
