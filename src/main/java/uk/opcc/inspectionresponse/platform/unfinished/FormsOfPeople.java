package uk.opcc.inspectionresponse.platform.unfinished;

import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;

/**
 * Which forms are open to whoever is signed in: the engine, which knows for the time of a request who that is, is
 * asked, so that its authorizations decide.
 */
@Component
class FormsOfPeople {

    private final TaskService tasks;
    private final RepositoryService repository;
    private final WhoseTasks whose;

    FormsOfPeople(TaskService tasks, RepositoryService repository, WhoseTasks whose) {
        this.tasks = tasks;
        this.repository = repository;
        this.whose = whose;
    }

    /** Whether the person sees the task, or may start the process. */
    boolean include(OpenForm form) {
        return form.isOfTask()
                ? tasks.createTaskQuery().taskId(form.subject()).count() == 1
                : repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(form.subject())
                                .latestVersion()
                                .startableInTasklist()
                                .startablePermissionCheck()
                                .count()
                        == 1;
    }

    /** What is answered to a person to whom a form is not open. */
    RequestRefused notOpen(OpenForm form, String person) {
        return form.isOfTask()
                ? whose.notOpen(form.subject(), person)
                : new RequestRefused(Problem.ofInput(
                        HttpServletResponse.SC_NOT_FOUND, "This form is not open to you: ask a manager.", null));
    }

    /** Whether it is for that person, and for nobody else at present, to complete the task. */
    boolean isWith(OpenForm form, String person) {
        return form.isOfTask()
                && whose.assigneeOf(form.subject()).filter(person::equals).isPresent();
    }
}
