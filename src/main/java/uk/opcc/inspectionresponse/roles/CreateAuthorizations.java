package uk.opcc.inspectionresponse.roles;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.roles.RolePermissions.Grant;

/** Sets at each start what the roles may do as {@link RolePermissions} has it, whatever was changed meanwhile. */
@Component
class CreateAuthorizations {

    private final AuthorizationService authorizations;

    CreateAuthorizations(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void create() {
        RolePermissions.ALL.forEach(this::set);
    }

    private void set(Grant grant) {
        int type = grant.group() == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT;
        AuthorizationQuery query = authorizations
                .createAuthorizationQuery()
                .authorizationType(type)
                .resourceType(grant.resource())
                .resourceId(grant.resourceId());
        if (grant.group() != null) {
            query.groupIdIn(grant.group());
        }
        Authorization authorization = query.singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(type);
            if (grant.group() != null) {
                authorization.setGroupId(grant.group());
            }
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.resourceId());
        }
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }
}
