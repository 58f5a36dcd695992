package uk.opcc.inspectionresponse.platform.signin;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Tells the monitoring that what the LDAP directory says of the users is taken for a mistake. The log says which; the
 * application still answers.
 */
@Component
@ConditionalOnExpression("!'${office.sign-in.ldap.url:}'.isEmpty()")
class LdapDirectoryHealth implements HealthIndicator {

    /** Named in {@code management.endpoint.health.status} too. */
    private static final Status ATTENTION = new Status("ATTENTION");

    private final FollowLdapDirectory directory;

    LdapDirectoryHealth(FollowLdapDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Health health() {
        return (directory.isDoubtful() ? Health.status(ATTENTION) : Health.up()).build();
    }
}
