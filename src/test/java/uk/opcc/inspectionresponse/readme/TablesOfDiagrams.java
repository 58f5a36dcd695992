package uk.opcc.inspectionresponse.readme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import uk.opcc.inspectionresponse.Staff;

/** The tables of the documentation that are made from the diagrams and the decision table, in Markdown. */
final class TablesOfDiagrams {

    private static final Path TIMETABLE = Path.of("processes/response-timetable.dmn");

    private static final Path TYPES = Path.of("processes/inspection-types.dmn");

    /**
     * The variable with a date, as a diagram names it, and the column of the decision table that it is worked out from.
     */
    private static final Map<String, String> COLUMNS = Map.of(
            "findingsDue", "findingsDay",
            "commentsDue", "commentsDay",
            "draftDue", "draftDay",
            "approvalDue", "approvalDay",
            "distributionDue", "distributionDay",
            "escalationDue", "escalationAnsweredDay",
            "escalationAt", "escalationDay");

    private static final String TIME_OF_THE_ESCALATION = "escalationTime";

    /**
     * Counted from the day on which the correction or the change was asked for, or the copy came back, or as the type
     * has it.
     */
    private static final Set<String> NOT_IN_THE_TIMETABLE =
            Set.of("correctionDue", "changeDue", "copyDue", "otherDutyDue", "announcementDue", "comesOutAt");

    private final Map<String, String> days = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    TablesOfDiagrams() throws IOException {
        try (InputStream in = Files.newInputStream(TIMETABLE)) {
            DecisionTable table = Dmn.readModelFromStream(in)
                    .getModelElementsByType(DecisionTable.class)
                    .iterator()
                    .next();
            List<Output> outputs = new ArrayList<>(table.getOutputs());
            List<Rule> rules = new ArrayList<>(table.getRules());
            // The first row that fits counts, so that the last one is that of any inspection.
            List<OutputEntry> any = new ArrayList<>(rules.get(rules.size() - 1).getOutputEntries());
            for (int i = 0; i < outputs.size(); i++) {
                days.put(
                        outputs.get(i).getName(),
                        any.get(i).getText().getTextContent().replace("\"", ""));
                labels.put(outputs.get(i).getName(), outputs.get(i).getLabel());
            }
        }
    }

    /** Of each process that has tasks: what, by which day, who; in the order of the file. */
    String tasks() throws IOException {
        List<Tasks> processes = new ArrayList<>();
        for (Path file : files(".bpmn")) {
            try (InputStream in = Files.newInputStream(file)) {
                BpmnModelInstance model = Bpmn.readModelFromStream(in);
                for (Process process : model.getModelElementsByType(Process.class)) {
                    Tasks tasks = new Tasks(process.getName(), new ArrayList<>());
                    addFrom(process, process.getFlowElements(), tasks.rows());
                    processes.add(tasks);
                }
            }
        }
        return processes.stream()
                .filter(Tasks::hasAny)
                // Who reads it comes for the response: it is the one with days.
                .sorted(Comparator.comparing(tasks -> !tasks.hasDays()))
                .map(Tasks::table)
                .collect(Collectors.joining("\n\n"));
    }

    /** What the decision table says of any inspection. */
    String days() {
        return "| what | day |\n| --- | --- |\n"
                + days.entrySet().stream()
                        .map(day -> "| " + labels.get(day.getKey()) + " | " + day.getValue() + " |")
                        .collect(Collectors.joining("\n"));
    }

    /** What the decision table says of each type of inspection. */
    static String types() throws IOException {
        try (InputStream in = Files.newInputStream(TYPES)) {
            DecisionTable table = Dmn.readModelFromStream(in)
                    .getModelElementsByType(DecisionTable.class)
                    .iterator()
                    .next();
            return "| type | answered within | what else is owed |\n| --- | --- | --- |\n"
                    + table.getRules().stream()
                            .map(rule -> {
                                List<OutputEntry> cells = new ArrayList<>(rule.getOutputEntries());
                                return "| "
                                        + text(rule.getInputEntries().iterator().next())
                                        + " | "
                                        + Optional.of(text(cells.get(0)))
                                                .filter(within -> !within.isEmpty())
                                                .orElse("56 days")
                                        + " | " + text(cells.get(3)) + " |";
                            })
                            .collect(Collectors.joining("\n"));
        }
    }

    private static String text(ModelElementInstance cell) {
        return cell.getTextContent().strip().replace("\"", "");
    }

    /** The files of a kind in {@code processes}, by name. */
    static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void addFrom(Process process, Collection<FlowElement> elements, List<Row> rows) {
        for (FlowElement element : elements) {
            if (element instanceof StartEvent start && start.getCamundaFormRef() != null) {
                rows.add(new Row(start.getName(), "", people(process.getCamundaCandidateStarterGroupsList())));
            } else if (element instanceof UserTask task) {
                rows.add(new Row(
                        task.getName(), day(task.getCamundaDueDate()), people(task.getCamundaCandidateGroupsList())));
            } else if (element instanceof SubProcess part) {
                addFrom(process, part.getFlowElements(), rows);
            } else if (element instanceof BoundaryEvent event) {
                event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(timer ->
                                ((TimerEventDefinition) timer).getTimeDate().getTextContent())
                        // At the beginning of the day on which an announced report comes out nothing is done.
                        .filter(date -> !day(date).isEmpty())
                        .forEach(date -> event.getOutgoing().stream()
                                .map(SequenceFlow::getTarget)
                                .forEach(next -> rows.add(new Row(
                                        next.getName(),
                                        day(date) + ", " + days.get(TIME_OF_THE_ESCALATION),
                                        "the application"))));
            }
        }
    }

    private String day(String expression) {
        if (expression == null) {
            return "";
        }
        String variable = expression.strip().replaceAll("^\\$\\{(\\w+)}$", "$1");
        if (NOT_IN_THE_TIMETABLE.contains(variable)) {
            return "";
        }
        String column = COLUMNS.get(variable);
        if (column == null || !days.containsKey(column)) {
            throw new IllegalStateException(
                    "A diagram has the date " + expression
                            + ", and TablesOfDiagrams does not know from which column of the decision table it comes: please add it.");
        }
        return days.get(column);
    }

    private static String people(List<String> groups) {
        return groups.stream()
                .map(group -> {
                    if (!Staff.ROLES.containsKey(group)) {
                        throw new IllegalStateException("A diagram names the group " + group + ", which is no role.");
                    }
                    return Staff.ROLES.get(group);
                })
                .collect(Collectors.joining(", "));
    }

    private record Row(String what, String day, String who) {}

    private record Tasks(String process, List<Row> rows) {

        boolean hasAny() {
            return !rows.isEmpty();
        }

        boolean hasDays() {
            return rows.stream().anyMatch(row -> !row.day().isEmpty());
        }

        String table() {
            boolean days = hasDays();
            return (days
                            ? "| " + process + " | by day | who |\n| --- | --- | --- |\n"
                            : "| " + process + " | who |\n| --- | --- |\n")
                    + rows.stream()
                            .map(row -> "| " + row.what() + " | " + (days ? row.day() + " | " : "") + row.who() + " |")
                            .map(line -> line.replace("|  |", "| |"))
                            .collect(Collectors.joining("\n"));
        }
    }
}
