package uk.opcc.inspectionresponse.platform.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.opcc.inspectionresponse.platform.people.RolePermissions.Grant;

/** Sets at each start what the roles may do as {@link RolePermissions} has it, whatever was changed meanwhile. */
@Component
class CreateAuthorizations {

    private final AuthorizationService authorizations;
    private final TransactionTemplate allOrNone;

    CreateAuthorizations(AuthorizationService authorizations, PlatformTransactionManager transactions) {
        this.authorizations = authorizations;
        this.allOrNone = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void create() {
        Map<AuthorizationKey, Authorization> before = authorizations.createAuthorizationQuery().list().stream()
                .collect(Collectors.toMap(AuthorizationKey::authorization, Function.identity(), (one, other) -> one));
        allOrNone.executeWithoutResult(
                status -> RolePermissions.ALL.forEach(grant -> set(grant, before.get(AuthorizationKey.grant(grant)))));
    }

    private void set(Grant grant, Authorization before) {
        if (before != null && Permitted.by(before) == Permitted.by(grant)) {
            return;
        }
        Authorization authorization = before;
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(
                    AuthorizationKey.grant(grant).type());
            if (grant.group() != null) {
                authorization.setGroupId(grant.group());
            }
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.resourceId());
        }
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }

    /** Permissions as the bits that the engine keeps. */
    private static final class Permitted {

        private static final List<Permission> KNOWN = Stream.<Permission[]>of(
                        Permissions.values(),
                        BatchPermissions.values(),
                        HistoricProcessInstancePermissions.values(),
                        HistoricTaskPermissions.values(),
                        ProcessDefinitionPermissions.values(),
                        ProcessInstancePermissions.values(),
                        SystemPermissions.values(),
                        TaskPermissions.values(),
                        UserOperationLogCategoryPermissions.values())
                .flatMap(Arrays::stream)
                .toList();

        static int by(Authorization authorization) {
            return bits(authorization.getPermissions(KNOWN.stream()
                    .filter(permission -> Arrays.stream(permission.getTypes())
                            .anyMatch(type -> type.resourceType() == authorization.getResourceType()))
                    .toArray(Permission[]::new)));
        }

        static int by(Grant grant) {
            return bits(grant.permissions());
        }

        private static int bits(Permission... permissions) {
            return Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (some, more) -> some | more);
        }
    }

    /** What an authorization is of: the engine has one of each at most. */
    private record AuthorizationKey(int type, String group, String user, int resource, String resourceId) {

        static AuthorizationKey authorization(Authorization authorization) {
            return new AuthorizationKey(
                    authorization.getAuthorizationType(),
                    authorization.getGroupId(),
                    authorization.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
                            ? null
                            : authorization.getUserId(),
                    authorization.getResourceType(),
                    authorization.getResourceId());
        }

        static AuthorizationKey grant(Grant grant) {
            return new AuthorizationKey(
                    grant.group() == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT,
                    grant.group(),
                    null,
                    grant.resource().resourceType(),
                    grant.resourceId());
        }
    }
}
