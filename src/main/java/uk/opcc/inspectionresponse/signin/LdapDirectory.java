package uk.opcc.inspectionresponse.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.security.ldap.SpringSecurityLdapTemplate;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.stereotype.Component;

/** The office's LDAP directory or Active Directory: checks passwords by binding as the person, and reads the groups. */
@Component
@ConditionalOnExpression("!'${office.sign-in.ldap.url:}'.isEmpty()")
class LdapDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);

    private final SignInSettings.Ldap settings;
    private final DirectoryUsers users;
    private final BindAuthenticator binding;
    private final SpringSecurityLdapTemplate template;

    LdapDirectory(SignInSettings settings, DirectoryUsers users) {
        this.settings = settings.ldap();
        this.users = users;
        DefaultSpringSecurityContextSource source = new DefaultSpringSecurityContextSource(this.settings.url());
        if (!this.settings.reader().isEmpty()) {
            source.setUserDn(this.settings.reader());
            source.setPassword(this.settings.password());
        } else {
            source.setAnonymousReadOnly(true);
        }
        // Nobody waits for a directory that does not answer.
        source.setBaseEnvironmentProperties(Map.of(
                "com.sun.jndi.ldap.connect.timeout", "5000",
                "com.sun.jndi.ldap.read.timeout", "10000"));
        source.afterPropertiesSet();
        FilterBasedLdapUserSearch search =
                new FilterBasedLdapUserSearch(this.settings.userBase(), this.settings.userFilter(), source);
        this.binding = new BindAuthenticator(source);
        this.binding.setUserSearch(search);
        this.template = new SpringSecurityLdapTemplate(source);
    }

    /**
     * Checks the password and brings the user up to date.
     *
     * @return the user name as the directory has it
     * @throws AuthenticationException if the password is wrong, or the person may not use the application
     */
    String signIn(String name, String password) {
        try {
            DirContextOperations entry =
                    binding.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
            String user = entry.getStringAttribute(settings.userName());
            users.bringUpToDate(new DirectoryUsers.Person(
                    user == null ? name : user,
                    entry.getStringAttribute("givenName"),
                    entry.getStringAttribute("sn"),
                    entry.getStringAttribute("mail"),
                    "ldap " + entry.getNameInNamespace(),
                    groups(entry, name)));
            return user == null ? name : user;
        } catch (UsernameNotFoundException e) {
            throw new BadCredentialsException(e.getMessage(), e);
        } catch (NamingException e) {
            LOG.error("The LDAP directory can't be asked: {}", e.getMessage());
            throw new InternalAuthenticationServiceException("The directory does not answer: please try again.", e);
        }
    }

    private Collection<String> groups(DirContextOperations entry, String name) {
        return template.searchForSingleAttributeValues(
                settings.groupBase(),
                settings.groupFilter(),
                List.of(entry.getNameInNamespace(), name).toArray(),
                settings.groupName());
    }
}
