package uk.opcc.inspectionresponse.oversight.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.search.Paging;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.SentDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** The list of all inspections, corrections and copies that were sent again: which there are, and how far each came. */
@Component
class AuditedInspections {

    /** What is asked for, all at once, of those that stand on the page. */
    private static final List<ProcessVariable<?>> SHOWN = List.of(
            ProcessVariables.TITLE,
            ProcessVariables.DATE_PUBLISHED,
            ProcessVariables.LAST_LAWFUL_DAY,
            ProcessVariables.PUBLISHED_ON,
            ProcessVariables.NO_RESPONSE,
            ProcessVariables.ANNOUNCEMENT_NEXT);

    private final EveryInspection list;
    private final HistoryService history;
    private final TaskService tasks;
    private final AsApplication application;
    private final References references;
    private final Register register;
    private final Clock clock;

    AuditedInspections(
            EveryInspection list,
            HistoryService history,
            TaskService tasks,
            AsApplication application,
            References references,
            Register register,
            Clock clock) {
        this.register = register;
        this.list = list;
        this.history = history;
        this.tasks = tasks;
        this.application = application;
        this.references = references;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param address by which its audit is found
     * @param title of the report; empty where none is recorded
     * @param day of the statutory period, in words; empty where it has none
     * @param stage what is to be done, or how it ended
     * @param ended empty while it goes on
     */
    public record Listed(
            String reference,
            String address,
            String title,
            String day,
            String stage,
            String registered,
            String ended) {}

    /** A page of them, newest first. */
    record Found(Paging paging, List<Listed> inspections) {}

    /** Those that have all the words that were typed in their title or reference. */
    Found find(String typed, String page) {
        Paging paging;
        List<HistoricProcessInstance> shown;
        if (SearchWords.shortened(typed).isEmpty()) {
            paging = Paging.of("", page, list.count());
            shown = list.page(paging.skipped(), Paging.SIZE);
        } else {
            List<String> have = list.idsOf((title, reference) ->
                    SearchWords.areIn(title + " " + reference + " " + references.shown(reference), typed));
            paging = Paging.of(SearchWords.shortened(typed), page, have.size());
            shown = list.withIds(
                    have.stream().skip(paging.skipped()).limit(Paging.SIZE).toList());
        }
        Set<String> ids = shown.stream().map(HistoricProcessInstance::getId).collect(Collectors.toSet());
        Map<String, Map<String, String>> known = values(ids);
        Map<String, Entry> listed = register.entries(shown.stream()
                .map(HistoricProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .toList());
        Map<String, String> titles = of(ProcessVariables.TITLE, known);
        Map<String, String> published = of(ProcessVariables.DATE_PUBLISHED, known);
        Map<String, String> last = of(ProcessVariables.LAST_LAWFUL_DAY, known);
        Map<String, String> answeredOn = of(ProcessVariables.PUBLISHED_ON, known);
        Map<String, String> without = of(ProcessVariables.NO_RESPONSE, known);
        Map<String, String> announcements = of(ProcessVariables.ANNOUNCEMENT_NEXT, known);
        Map<String, Set<String>> open = openTasks(ids);
        return new Found(
                paging,
                shown.stream()
                        .map(one -> new Listed(
                                references.shown(reference(one)),
                                address(one),
                                titles.getOrDefault(one.getId(), ""),
                                one.getProcessDefinitionKey().equals(DiagramIds.INSPECTION_RESPONSE)
                                        ? Optional.ofNullable(listed.get(one.getBusinessKey()))
                                                .map(AuditedInspections::answered)
                                                .orElseGet(() -> day(
                                                        period(published.get(one.getId()), last.get(one.getId())),
                                                        answeredOn.get(one.getId()),
                                                        one))
                                        : "",
                                without.containsKey(one.getId())
                                        ? "Ended: no response is needed"
                                        : stage(
                                                one,
                                                open.getOrDefault(one.getId(), Set.of()),
                                                announcements.get(one.getId())),
                                WrittenMoment.of(one.getStartTime().toInstant()),
                                one.getEndTime() == null
                                        ? ""
                                        : WrittenMoment.of(one.getEndTime().toInstant())))
                        .toList());
    }

    static String reference(HistoricProcessInstance inspection) {
        return inspection.getBusinessKey() == null ? inspection.getId() : inspection.getBusinessKey();
    }

    /** A client may have chosen a reference that cannot stand in an address. */
    static String address(HistoricProcessInstance inspection) {
        String reference = reference(inspection);
        return reference.matches("[A-Za-z0-9_-]+") ? reference : inspection.getId();
    }

    private static Optional<StatutoryPeriod> period(String published, String last) {
        return SentDate.read(String.valueOf(published))
                .map(first -> StatutoryPeriod.between(
                        first, SentDate.read(String.valueOf(last)).orElse(null)));
    }

    private String day(Optional<StatutoryPeriod> ofInspection, String answeredOn, HistoricProcessInstance inspection) {
        return ofInspection
                .map(period -> answeredOn != null
                        ? SentDate.read(answeredOn)
                                .map(on -> answered(period, on))
                                .orElse("")
                        : inspection.getEndTime() == null ? today(period) : "")
                .orElse("");
    }

    /** As the register has it, which is right also where the date of the report was corrected after the end. */
    private static String answered(Entry published) {
        return answered(
                new StatutoryPeriod(published.reportPublishedOn(), published.periodLength()), published.publishedOn());
    }

    private static String answered(StatutoryPeriod period, LocalDate on) {
        return "Published on day " + period.dayOf(on) + (period.isInTime(on) ? "" : ", late");
    }

    private String today(StatutoryPeriod period) {
        LocalDate today = StatutoryPeriod.today(clock);
        if (today.isBefore(period.published())) {
            return "Announced for " + WrittenDate.of(period.published());
        }
        return "Day " + period.dayOf(today)
                + (period.isInTime(today) ? " of " + period.length() : ", late since day " + (period.length() + 1));
    }

    private static String stage(HistoricProcessInstance inspection, Set<String> open, String announcement) {
        return switch (inspection.getState()) {
            case HistoricProcessInstance.STATE_COMPLETED ->
                ProcessVariables.WITHDRAWN.equals(announcement) ? "Ended: the report was not published" : "Finished";
            case HistoricProcessInstance.STATE_ACTIVE ->
                open.isEmpty() ? "With the application" : String.join(", ", open);
            case HistoricProcessInstance.STATE_SUSPENDED ->
                "Suspended" + (open.isEmpty() ? "" : ": " + String.join(", ", open));
            default -> "Stopped before its end";
        };
    }

    private Map<String, Set<String>> openTasks(Set<String> processes) {
        if (processes.isEmpty()) {
            return Map.of();
        }
        return application.ask(() -> tasks
                .createTaskQuery()
                .processInstanceIdIn(processes.toArray(String[]::new))
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Task::getProcessInstanceId,
                        Collectors.mapping(Task::getName, Collectors.toCollection(LinkedHashSet::new)))));
    }

    /** The values of what the list shows, by the name of the variable and the id of the process. */
    private Map<String, Map<String, String>> values(Set<String> processes) {
        Map<String, Map<String, String>> values = new HashMap<>();
        if (processes.isEmpty()) {
            return values;
        }
        application
                .ask(() -> history.createHistoricVariableInstanceQuery()
                        .processInstanceIdIn(processes.toArray(String[]::new))
                        .variableNameIn(
                                SHOWN.stream().map(ProcessVariable::name).toArray(String[]::new))
                        .list())
                .stream()
                .filter(one -> one.getValue() != null)
                .forEach(one -> values.computeIfAbsent(one.getName(), name -> new HashMap<>())
                        .put(one.getProcessInstanceId(), one.getValue().toString()));
        return values;
    }

    private static Map<String, String> of(ProcessVariable<?> variable, Map<String, Map<String, String>> known) {
        return known.getOrDefault(variable.name(), Map.of());
    }
}
