package uk.opcc.inspectionresponse.platform.tasks;

import java.security.Principal;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.People.Colleague;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;

/** Names the colleagues to whom a task can be given, so that nobody has to know a user name. */
@RestController
class ColleaguesController {

    private final TaskService tasks;
    private final WhoseTasks whose;
    private final People people;

    ColleaguesController(TaskService tasks, WhoseTasks whose, People people) {
        this.tasks = tasks;
        this.whose = whose;
        this.people = people;
    }

    /**
     * Those for whom a task is that the person sees, by their names.
     *
     * @param group only those who are in this group as well; where it is left out, all
     */
    @GetMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/tasks/{task}/colleagues")
    List<Colleague> colleagues(
            @PathVariable String task, @RequestParam(required = false) String group, Principal person) {
        if (tasks.createTaskQuery().taskId(task).count() == 0) {
            throw whose.notOpen(task, person.getName());
        }
        List<Colleague> members = people.membersOf(whose.candidateGroupsOf(task));
        return group == null
                ? members
                : members.stream()
                        .filter(people.membersOf(List.of(group))::contains)
                        .toList();
    }
}
