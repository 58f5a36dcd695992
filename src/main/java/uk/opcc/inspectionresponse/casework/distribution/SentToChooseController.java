package uk.opcc.inspectionresponse.casework.distribution;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.tasks.InspectionToChoose;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;

/** Offers the inspections of which a copy was sent, where a form asks for one, by what people call them. */
@RestController
class SentToChooseController {

    /** Whoever means an earlier one types its reference. */
    private static final int AT_MOST = 500;

    private final ApprovedResponses approved;
    private final HistoryService history;
    private final AsApplication application;
    private final People people;
    private final References references;

    SentToChooseController(
            ApprovedResponses approved,
            HistoryService history,
            AsApplication application,
            People people,
            References references) {
        this.approved = approved;
        this.history = history;
        this.application = application;
        this.people = people;
        this.references = references;
    }

    /** Those of which a copy was sent to somebody, the latest first; none for whoever is no policy officer. */
    @GetMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/inspections/sent")
    List<InspectionToChoose> sent(Principal person) {
        if (!people.isInGroup(person.getName(), Groups.POLICY_OFFICERS)) {
            return List.of();
        }
        List<String> sent = approved.withTicks(
                List.of(
                        Recipient.HOME_OFFICE.task(),
                        Recipient.HMICFRS.task(),
                        Recipient.CHIEF_CONSTABLE.task(),
                        Recipient.POLICE_AND_CRIME_PANEL.task()),
                AT_MOST);
        Map<String, String> titles = titles(sent);
        return sent.stream()
                .filter(titles::containsKey)
                .map(reference ->
                        new InspectionToChoose(reference, references.shown(reference) + ", " + titles.get(reference)))
                .toList();
    }

    /** Of those that the history has. */
    private Map<String, String> titles(List<String> sent) {
        if (sent.isEmpty()) {
            return Map.of();
        }
        return application.ask(() -> {
            Map<String, String> ids = history
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(DiagramIds.INSPECTION_RESPONSE)
                    .processInstanceBusinessKeyIn(sent.toArray(String[]::new))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey));
            if (ids.isEmpty()) {
                return Map.of();
            }
            return history
                    .createHistoricVariableInstanceQuery()
                    .processInstanceIdIn(ids.keySet().toArray(String[]::new))
                    .variableName(ProcessVariables.TITLE.name())
                    .list()
                    .stream()
                    .collect(Collectors.toMap(
                            title -> ids.get(title.getProcessInstanceId()),
                            title -> String.valueOf(title.getValue()),
                            (one, same) -> one));
        });
    }
}
