package uk.opcc.inspectionresponse.platform.people;

import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Opens each task to the groups that the diagram names as its candidates, and to nobody else.
 *
 * <p>The engine would by itself open a task to whomever it was once assigned to, for as long as it is open, and to
 * whomever somebody adds as a candidate. It offers no public way to change that.
 */
@Component
class TaskAuthorizations extends DefaultAuthorizationProvider implements ProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(this);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        // nothing is to be done
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // nothing is to be done
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        return type.equals(IdentityLinkType.CANDIDATE)
                        && CandidateGroups.of((DelegateTask) task).contains(group)
                ? only(createOrUpdateAuthorization(
                        task, null, group, Resources.TASK, false, RolePermissions.OF_CANDIDATES))
                : null;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        if (Objects.equals(before, now)) {
            return null;
        }
        if (before != null) {
            AuthorizationEntity earlier = getGrantAuthorizationByUserId(before, Resources.TASK, task.getId());
            if (earlier != null) {
                getAuthorizationManager().deleteDefaultAuthorizations(only(earlier));
            }
        }
        return now == null
                ? null
                : only(createOrUpdateAuthorization(
                        task, now, null, Resources.TASK, false, RolePermissions.OF_ASSIGNEE));
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }

    /** People may change their own name and password, but not delete themselves: the audit needs their names. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return only(createGrantAuthorization(
                user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE));
    }

    private static AuthorizationEntity[] only(AuthorizationEntity authorization) {
        return new AuthorizationEntity[] {authorization};
    }
}
