package uk.opcc.inspectionresponse.platform.people;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import uk.opcc.inspectionresponse.process.DiagramIds;

/**
 * Who may do what, all of it. What is not here is refused.
 *
 * <p>A task is opened, with its variables, to the groups that the diagram names as its candidates, while it is open:
 * see {@link TaskAuthorizations}.
 */
final class RolePermissions {

    private static final String ANY = Authorization.ANY;

    /** Who is a candidate for a task sees it and does it. */
    static final Permission[] OF_CANDIDATES = {
        TaskPermissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_WORK
    };

    /** Who has claimed a task may besides give it back or hand it over. */
    static final Permission[] OF_ASSIGNEE = {TaskPermissions.TASK_ASSIGN};

    static final List<Grant> ALL = Stream.of(
                    everybody(),
                    does(Groups.POLICY_OFFICERS),
                    List.of(
                            grant(
                                    Groups.POLICY_OFFICERS,
                                    Resources.PROCESS_DEFINITION,
                                    DiagramIds.INSPECTION_RESPONSE,
                                    ProcessDefinitionPermissions.READ,
                                    ProcessDefinitionPermissions.CREATE_INSTANCE),
                            grant(
                                    Groups.POLICY_OFFICERS,
                                    Resources.PROCESS_DEFINITION,
                                    DiagramIds.SEND_COPY_AGAIN,
                                    ProcessDefinitionPermissions.READ,
                                    ProcessDefinitionPermissions.CREATE_INSTANCE),
                            grant(
                                    Groups.POLICY_OFFICERS,
                                    Resources.PROCESS_DEFINITION,
                                    DiagramIds.CHANGE_INSPECTION,
                                    ProcessDefinitionPermissions.READ,
                                    ProcessDefinitionPermissions.CREATE_INSTANCE),
                            grant(Groups.POLICY_OFFICERS, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE)),
                    does(Groups.CHIEF_CONSTABLES_OFFICE),
                    does(Groups.APPROVERS),
                    does(Groups.COMMUNICATIONS),
                    // The colleagues' names, at the tasks that they have claimed.
                    List.of(
                            grant(Groups.POLICY_OFFICERS, Resources.USER, ANY, Permissions.READ),
                            grant(Groups.APPROVERS, Resources.USER, ANY, Permissions.READ),
                            grant(Groups.COMMUNICATIONS, Resources.USER, ANY, Permissions.READ)),
                    does(Groups.MANAGERS),
                    managers(),
                    does(Groups.PROCESS_OWNERS),
                    processOwners(),
                    administrators())
            .flatMap(List::stream)
            .toList();

    private RolePermissions() {}

    private static List<Grant> everybody() {
        return List.of(
                grant(null, Resources.FILTER, ANY, Permissions.READ),
                // The diagrams, which are no secret.
                grant(
                        null,
                        Resources.PROCESS_DEFINITION,
                        DiagramIds.INSPECTION_RESPONSE,
                        ProcessDefinitionPermissions.READ),
                grant(
                        null,
                        Resources.PROCESS_DEFINITION,
                        DiagramIds.CORRECT_RESPONSE,
                        ProcessDefinitionPermissions.READ),
                grant(
                        null,
                        Resources.PROCESS_DEFINITION,
                        DiagramIds.SEND_COPY_AGAIN,
                        ProcessDefinitionPermissions.READ),
                grant(
                        null,
                        Resources.PROCESS_DEFINITION,
                        DiagramIds.CHANGE_INSPECTION,
                        ProcessDefinitionPermissions.READ),
                // Whoever completes a task that leads on to it must see it.
                grant(null, Resources.PROCESS_DEFINITION, DiagramIds.DELIVER_COPY, ProcessDefinitionPermissions.READ),
                // The names of the roles, which stand at each task.
                grant(null, Resources.GROUP, ANY, Permissions.READ));
    }

    private static List<Grant> does(String group) {
        return List.of(grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
    }

    private static List<Grant> managers() {
        String group = Groups.MANAGERS;
        return List.of(
                grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                        ProcessDefinitionPermissions.TASK_ASSIGN),
                grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        DiagramIds.CORRECT_RESPONSE,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE),
                grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE),
                grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY),
                grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ),
                grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ),
                grant(group, Resources.BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                grant(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ),
                grant(group, Resources.USER, ANY, Permissions.READ),
                grant(group, Resources.GROUP, ANY, Permissions.READ));
    }

    /** They see which inspections run and where, to move them to a new version, and nothing of what is in them. */
    private static List<Grant> processOwners() {
        String group = Groups.PROCESS_OWNERS;
        return List.of(
                grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE),
                grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.MIGRATE_INSTANCE),
                grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ),
                grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ),
                grant(
                        group,
                        Resources.BATCH,
                        ANY,
                        BatchPermissions.READ,
                        BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES));
    }

    private static List<Grant> administrators() {
        return Arrays.stream(Resources.values())
                .map(resource -> grant(Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL))
                .toList();
    }

    private static Grant grant(String group, Resource resource, String id, Permission... permissions) {
        return new Grant(group, resource, id, permissions);
    }

    /**
     * What a group may do.
     *
     * @param group the group's id; null for everybody who is signed in
     * @param resource the kind of thing
     * @param resourceId which one of them, or {@code *} for all
     */
    record Grant(String group, Resource resource, String resourceId, Permission... permissions) {}
}
