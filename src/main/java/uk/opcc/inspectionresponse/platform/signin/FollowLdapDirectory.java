package uk.opcc.inspectionresponse.platform.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.ldap.NamingException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the LDAP directory regularly who of the users has left it, or a group: whoever has left does not sign in, and
 * would keep the roles and the claimed tasks. A provider of OpenID Connect cannot be asked.
 */
@Component
@ConditionalOnExpression("!'${office.sign-in.ldap.url:}'.isEmpty()")
class FollowLdapDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(FollowLdapDirectory.class);

    private final LdapDirectory directory;
    private final DirectoryAccounts accounts;
    private final DirectoryUsers users;
    private volatile boolean doubtful;

    FollowLdapDirectory(LdapDirectory directory, DirectoryAccounts accounts, DirectoryUsers users) {
        this.directory = directory;
        this.accounts = accounts;
        this.users = users;
    }

    @Scheduled(
            initialDelayString = "${office.sign-in.ldap.follow-every}",
            fixedDelayString = "${office.sign-in.ldap.follow-every}")
    void follow() {
        List<DirectoryAccount> followed = accounts.all().stream()
                .filter(account -> account.directory().equals(DirectoryAccount.LDAP) && account.user() != null)
                .toList();
        Map<DirectoryAccount, Optional<DirectoryUsers.Person>> now = new LinkedHashMap<>();
        try {
            followed.forEach(account -> now.put(account, directory.now(account)));
        } catch (NamingException e) {
            LOG.warn("The LDAP directory cannot be asked who has left: {}", PlainText.of(e.getMessage(), 1000));
            return;
        }
        doubtful = knowsNobody(now) || givesNobodyARole(now);
        if (!doubtful) {
            now.forEach(users::follow);
        }
    }

    /** Whether what the directory said last is taken for a mistake, which an administrator must look at. */
    boolean isDoubtful() {
        return doubtful;
    }

    private static boolean knowsNobody(Map<DirectoryAccount, Optional<DirectoryUsers.Person>> now) {
        boolean none = now.size() > 1 && now.values().stream().allMatch(Optional::isEmpty);
        if (none) {
            LOG.error(
                    "The LDAP directory knows none of {} users. That is taken for a mistake in its settings, or a right"
                            + " that its reader has lost, and nobody loses a role.",
                    now.size());
        }
        return none;
    }

    /** Of one person alone it may be true. */
    private boolean givesNobodyARole(Map<DirectoryAccount, Optional<DirectoryUsers.Person>> now) {
        List<DirectoryAccount> withRoles =
                now.keySet().stream().filter(users::hasRolesToLose).toList();
        boolean none = withRoles.size() > 1
                && withRoles.stream()
                        .noneMatch(account ->
                                now.get(account).filter(users::hasRole).isPresent());
        if (none) {
            LOG.error(
                    "The LDAP directory gives none of {} users a role any more. That is taken for a mistake in"
                            + " office.sign-in.ldap.group-base or group-filter, in office.sign-in.groups, or a right to"
                            + " read groups that its reader has lost, and nobody loses a role. If all of them have left,"
                            + " part their accounts on the page /accounts.",
                    withRoles.size());
        }
        return none;
    }
}
