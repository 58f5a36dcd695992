package uk.opcc.inspectionresponse.platform.screens;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Gives Tasklist its lists of tasks, each task with the title of its inspection: without it ten tasks of one name
 * cannot be told apart. Once there are any filters they belong to the people, and nothing is added.
 */
@Component
class CreateTaskFilters {

    private static final List<Map<String, String>> SHOWN = List.of(
            Map.of("name", ProcessVariables.LISTED_TITLE.name(), "label", "Inspection"),
            Map.of("name", ProcessVariables.LISTED_RECOMMENDATION.name(), "label", "Recommendation"),
            Map.of("name", ProcessVariables.LISTED_LAST_DAY.name(), "label", "Publish on or before"));

    private final FilterService filters;
    private final TaskService tasks;

    CreateTaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void create() {
        if (filters.createFilterQuery().count() > 0) {
            return;
        }
        create(
                "My groups' tasks",
                "Tasks for a group of mine, claimed by somebody or not",
                1,
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks());
        create(
                "My tasks",
                "Tasks that are assigned to me",
                2,
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        create("All tasks", "Every open task that you may see", 3, tasks.createTaskQuery());
    }

    private void create(String name, String description, int priority, TaskQuery query) {
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description", description,
                "priority", priority,
                "refresh", true,
                "variables", SHOWN,
                "showUndefinedVariable", false));
        filters.saveFilter(filter);
    }
}
