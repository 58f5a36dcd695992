package uk.opcc.inspectionresponse.casework.preview;

import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.forms.DeployedForms;
import uk.opcc.inspectionresponse.platform.forms.Form;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.unfinished.TypedSoFar;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.publishing.archive.DocumentAnswer;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Shows somebody who is writing in a task what the published response will look like with it. The engine, which knows
 * for the time of the request who is signed in, is asked for the task, so that its authorizations decide; of the
 * inspection no more is in it than the task's form shows.
 */
@RestController
class PreviewController {

    private final TaskService tasks;
    private final DeployedForms forms;
    private final TypedSoFar typed;
    private final Documents documents;
    private final WhoseTasks whose;
    private final AsApplication application;
    private final Clock clock;

    PreviewController(
            TaskService tasks,
            DeployedForms forms,
            TypedSoFar typed,
            Documents documents,
            WhoseTasks whose,
            AsApplication application,
            Clock clock) {
        this.clock = clock;
        this.whose = whose;
        this.tasks = tasks;
        this.forms = forms;
        this.typed = typed;
        this.documents = documents;
        this.application = application;
    }

    /** The response with what the person has typed into the task's form so far, saved or not completed. */
    @GetMapping("/previews/{task}")
    ResponseEntity<byte[]> preview(@PathVariable String task, Principal person) {
        Task seen = Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                .orElseThrow(() -> whose.notOpen(task, person.getName()));
        return DocumentAnswer.to(
                person,
                seen.getName(),
                "preview",
                "html",
                format -> documents.forWhoeverWaits(() -> Optional.of(KeptDocument.of(
                        documents.html(new ResponseAsTyped(variables(seen), StatutoryPeriod.today(clock))
                                .with(typed.of(seen.getId(), person.getName())))))));
    }

    private VariableMap variables(Task task) {
        Set<String> shown = forms.ofTask(task.getId()).map(Form::shown).orElse(Set.of());
        return application.ask(() -> tasks.getVariablesTyped(
                task.getId(),
                Stream.concat(shown.stream(), ResponseAsTyped.OF_EVERY_RESPONSE.stream())
                        .collect(Collectors.toSet()),
                false));
    }
}
