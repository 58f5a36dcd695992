package uk.opcc.inspectionresponse.platform.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Says in words which cases are meant where Cockpit has their ids alone. The engine, which knows for the time of a
 * request who is signed in, is asked for them, so that its authorizations decide.
 */
@RestController
class CasesController {

    /** As many as a list of Cockpit shows on one page. */
    private static final int AT_MOST = 50;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final References references;
    private final AsApplication application;

    CasesController(
            RuntimeService runtime, RepositoryService repository, References references, AsApplication application) {
        this.references = references;
        this.runtime = runtime;
        this.repository = repository;
        this.application = application;
    }

    /**
     * A case that is running.
     *
     * @param words the title of the report and the reference, or what is done in it where it has none
     */
    record Case(String id, String words) {}

    /** Those of these ids that there are, and that the person sees. */
    @GetMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/cases")
    List<Case> cases(@RequestParam(defaultValue = "") String ids) {
        Set<String> wanted =
                Arrays.stream(ids.split(",")).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        if (wanted.size() > AT_MOST) {
            throw new RequestRefused(Problem.ofInput(
                    HttpServletResponse.SC_BAD_REQUEST, "ids: ask for " + AT_MOST + " cases at most.", "ids"));
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<ProcessInstance> seen =
                runtime.createProcessInstanceQuery().processInstanceIds(wanted).list();
        return application.ask(() -> {
            Map<String, String> titles = titles(seen);
            return seen.stream()
                    .map(one -> new Case(one.getId(), words(one, titles.get(one.getId()))))
                    .toList();
        });
    }

    private Map<String, String> titles(List<ProcessInstance> cases) {
        Map<String, String> titles = new HashMap<>();
        if (!cases.isEmpty()) {
            runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(
                            cases.stream().map(ProcessInstance::getId).toArray(String[]::new))
                    .variableName(ProcessVariables.TITLE.name())
                    .list()
                    .forEach(title ->
                            titles.put(title.getProcessInstanceId(), Objects.toString(title.getValue(), null)));
        }
        return titles;
    }

    private String words(ProcessInstance one, String title) {
        String words = Stream.of(title, one.getBusinessKey() == null ? null : references.shown(one.getBusinessKey()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return words.isEmpty()
                ? repository.getProcessDefinition(one.getProcessDefinitionId()).getName()
                : words;
    }
}
