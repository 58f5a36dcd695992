package uk.opcc.inspectionresponse.platform.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.support.LdapUtils;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/** The office's LDAP directory or Active Directory: checks passwords by binding as the person, and reads the groups. */
@Component
@ConditionalOnExpression("!'${office.sign-in.ldap.url:}'.isEmpty()")
class LdapDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);

    private static final int MOST_GROUPS = 2000;

    private final OfficeProperties.Ldap settings;
    private final DirectoryUsers users;
    private final DefaultSpringSecurityContextSource source;
    private final LdapSearch search;

    LdapDirectory(OfficeProperties.SignIn settings, DirectoryUsers users) {
        this.settings = settings.ldap();
        this.users = users;
        this.source = new DefaultSpringSecurityContextSource(this.settings.url());
        if (!this.settings.reader().isEmpty()) {
            source.setUserDn(this.settings.reader());
            source.setPassword(this.settings.password());
        } else {
            source.setAnonymousReadOnly(true);
        }
        source.setBaseEnvironmentProperties(Map.of(
                // Nobody waits for a directory that does not answer.
                "com.sun.jndi.ldap.connect.timeout",
                "3000",
                "com.sun.jndi.ldap.read.timeout",
                "10000",
                // JNDI would read the bytes as text, in which different ids become the same.
                "java.naming.ldap.attributes.binary",
                LdapEntry.BINARY));
        source.afterPropertiesSet();
        this.search = new LdapSearch(source, this.settings.stableIds());
    }

    /**
     * Checks the password and brings the user up to date.
     *
     * @return the user name here
     * @throws AuthenticationException if the password is wrong, or the person may not use the application
     */
    String signIn(String name, String password) {
        try {
            LdapEntry entry = find(name);
            bind(entry.place(), password);
            return users.bringUpToDate(person(entry, name));
        } catch (NamingException e) {
            LOG.error("The LDAP directory cannot be asked: {}", PlainText.of(e.getMessage(), 1000));
            throw new InternalAuthenticationServiceException("The directory does not answer: try again.", e);
        }
    }

    /**
     * Whoever an account is now, with the groups of now; nobody where the directory has no such entry any more, or the
     * user filter leaves it out, as it may leave out whom the directory has deactivated.
     *
     * @throws NamingException if the directory cannot be asked
     */
    Optional<DirectoryUsers.Person> now(DirectoryAccount account) {
        String name = byStableId(account)
                .flatMap(entry -> entry.text(settings.userName()))
                .orElse(account.name());
        return search.find(settings.userBase(), settings.userFilter(), 2, name).stream()
                .filter(entry -> stableId(entry).equals(account.stableId()))
                .map(entry -> person(entry, name))
                .findFirst();
    }

    /** The name may have changed since the account was last seen. */
    private Optional<LdapEntry> byStableId(DirectoryAccount account) {
        if (!account.hasStableId()) {
            return Optional.empty();
        }
        StringBuilder filter = new StringBuilder("(|");
        List<Object> values = new ArrayList<>();
        for (String attribute : settings.stableIds()) {
            LdapEntry.idToFind(attribute, account.stableId()).ifPresent(value -> {
                filter.append('(')
                        .append(attribute)
                        .append("={")
                        .append(values.size())
                        .append("})");
                values.add(value);
            });
        }
        return search.find(settings.userBase(), filter.append(')').toString(), 2, values.toArray()).stream()
                .filter(entry -> stableId(entry).equals(account.stableId()))
                .findFirst();
    }

    private LdapEntry find(String name) {
        List<LdapEntry> found = search.find(settings.userBase(), settings.userFilter(), 2, name);
        if (found.size() > 1) {
            LOG.error("The user filter {} finds more than one entry for one name.", settings.userFilter());
        }
        if (found.size() != 1) {
            throw new BadCredentialsException("There is no single entry for that name.");
        }
        return found.get(0);
    }

    private void bind(String place, String password) {
        try {
            LdapUtils.closeContext(source.getContext(place, password));
        } catch (org.springframework.ldap.AuthenticationException
                | org.springframework.ldap.OperationNotSupportedException e) {
            throw new BadCredentialsException("The directory refuses the password.", e);
        }
    }

    private DirectoryUsers.Person person(LdapEntry entry, String typed) {
        String name = entry.text(settings.userName()).orElse(typed);
        return new DirectoryUsers.Person(
                DirectoryAccount.LDAP,
                stableId(entry),
                name,
                entry.text("givenName").orElse(null),
                entry.text("sn").orElse(null),
                entry.text("mail").orElse(null),
                entry.place(),
                search::isGone,
                search.find(settings.groupBase(), settings.groupFilter(), MOST_GROUPS, entry.place(), name).stream()
                        .flatMap(group -> group.texts(settings.groupName()).stream())
                        .collect(Collectors.toSet()));
    }

    private String stableId(LdapEntry entry) {
        return settings.stableIds().stream()
                .flatMap(attribute -> entry.id(attribute).stream())
                .findFirst()
                .orElseGet(() -> DirectoryAccount.BY_PLACE + LdapEntry.comparable(entry.place()));
    }
}
