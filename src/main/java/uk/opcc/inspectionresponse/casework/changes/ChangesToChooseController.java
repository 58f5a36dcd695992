package uk.opcc.inspectionresponse.casework.changes;

import java.security.Principal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.tasks.InspectionToChoose;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.register.Register;
import uk.opcc.inspectionresponse.statutory.SentDate;

/** Offers the inspections that can be changed, where a form asks for one, and says what would follow from a change. */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office")
class ChangesToChooseController {

    /** Whoever means an earlier one types its reference. */
    private static final int AT_MOST = 500;

    private final RuntimeService runtime;
    private final Register register;
    private final InspectionsToChange inspections;
    private final ChangeInWords words;
    private final People people;
    private final References references;
    private final AsApplication application;

    ChangesToChooseController(
            RuntimeService runtime,
            Register register,
            InspectionsToChange inspections,
            ChangeInWords words,
            People people,
            References references,
            AsApplication application) {
        this.runtime = runtime;
        this.register = register;
        this.inspections = inspections;
        this.words = words;
        this.people = people;
        this.references = references;
        this.application = application;
    }

    /** What follows, in whole sentences. */
    record Words(String words) {}

    /** Those that go on and then the published ones, the latest first; none for whoever may ask for no change. */
    @GetMapping("/inspections/changeable")
    List<InspectionToChoose> changeable(Principal person) {
        if (!mayAsk(person)) {
            return List.of();
        }
        Map<String, String> titles = new LinkedHashMap<>(running());
        register.latest(AT_MOST).forEach(entry -> titles.putIfAbsent(entry.reference(), entry.title()));
        return titles.entrySet().stream()
                .limit(AT_MOST)
                .map(one ->
                        new InspectionToChoose(one.getKey(), references.shown(one.getKey()) + ", " + one.getValue()))
                .toList();
    }

    /**
     * What would follow if the report of an inspection was published on another day; nothing where that cannot be said.
     */
    @GetMapping("/corrected-date")
    Words correctedDate(
            Principal person,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String on) {
        if (!mayAsk(person)) {
            return new Words("");
        }
        Optional<LocalDate> day = SentDate.read(on);
        return new Words(day.flatMap(right -> inspections
                        .find(references.typed(reference))
                        .filter(inspection -> inspection.period().isPresent())
                        .map(inspection -> follows(inspection, right)))
                .orElse(""));
    }

    private String follows(ChangedInspection inspection, LocalDate right) {
        try {
            return String.join(" ", words.ofDateToday(inspection, right));
        } catch (IllegalArgumentException lastDayIsBefore) {
            // Whoever asks for the change is told.
            return "";
        }
    }

    private boolean mayAsk(Principal person) {
        return people.isInGroup(person.getName(), Groups.POLICY_OFFICERS);
    }

    private Map<String, String> running() {
        return application.ask(() -> {
            List<ProcessInstance> newest = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(DiagramIds.INSPECTION_RESPONSE)
                    .orderByBusinessKey()
                    .desc()
                    .listPage(0, AT_MOST);
            if (newest.isEmpty()) {
                return Map.of();
            }
            Map<String, String> titles = runtime
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(
                            newest.stream().map(ProcessInstance::getId).toArray(String[]::new))
                    .variableName(ProcessVariables.TITLE.name())
                    .list()
                    .stream()
                    .collect(Collectors.toMap(
                            VariableInstance::getProcessInstanceId,
                            title -> String.valueOf(title.getValue()),
                            (one, same) -> one));
            Map<String, String> running = new LinkedHashMap<>();
            newest.forEach(one -> running.put(one.getBusinessKey(), titles.getOrDefault(one.getId(), "")));
            return running;
        });
    }
}
