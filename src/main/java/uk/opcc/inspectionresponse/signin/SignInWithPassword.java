package uk.opcc.inspectionresponse.signin;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.people.People;

/** Looks a user name and password up: with the engine for the users that it keeps, else in the LDAP directory. */
@Component
class SignInWithPassword implements AuthenticationProvider {

    private static final String WRONG = "The user name or the password is wrong.";

    private final IdentityService identity;
    private final People people;
    private final DirectoryUsers directoryUsers;
    private final Optional<LdapDirectory> ldap;
    private final SignInDelay delay;

    SignInWithPassword(
            IdentityService identity,
            People people,
            DirectoryUsers directoryUsers,
            Optional<LdapDirectory> ldap,
            SignInDelay delay) {
        this.identity = identity;
        this.people = people;
        this.directoryUsers = directoryUsers;
        this.ldap = ldap;
        this.delay = delay;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String name = attempt.getName();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (!delay.remaining(name).isZero()) {
            throw new LockedException("Too many wrong passwords for '" + name + "': please wait a minute.");
        }
        String user;
        try {
            user = check(name, password);
        } catch (BadCredentialsException e) {
            delay.wrongPassword(name);
            throw e;
        }
        delay.rightPassword(name);
        return UsernamePasswordAuthenticationToken.authenticated(user, null, roles(user));
    }

    private String check(String name, String password) {
        // An empty password is an anonymous bind to an LDAP server, which succeeds.
        if (name.isBlank() || password.isEmpty()) {
            throw new BadCredentialsException(WRONG);
        }
        if (people.exists(name) && !directoryUsers.isFromDirectory(name)) {
            if (identity.checkPassword(name, password)) {
                return name;
            }
            throw new BadCredentialsException(WRONG);
        }
        return ldap.orElseThrow(() -> new BadCredentialsException(WRONG)).signIn(name, password);
    }

    private List<GrantedAuthority> roles(String user) {
        return people.groupsOf(user).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
