package uk.opcc.inspectionresponse.platform.signin;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.accounts.UserName;
import uk.opcc.inspectionresponse.platform.people.People;

/** Looks a user name and password up: with the engine for the users that it keeps, else in the LDAP directory. */
@Component
class SignInWithPassword implements AuthenticationProvider {

    private static final String WRONG = "The user name or the password is wrong.";

    private final People people;
    private final DirectoryUsers directoryUsers;
    private final Optional<LdapDirectory> ldap;
    private final OwnPassword ownPassword;
    private final SignInDelay delay;

    SignInWithPassword(
            People people,
            DirectoryUsers directoryUsers,
            Optional<LdapDirectory> ldap,
            OwnPassword ownPassword,
            SignInDelay delay) {
        this.people = people;
        this.directoryUsers = directoryUsers;
        this.ldap = ldap;
        this.ownPassword = ownPassword;
        this.delay = delay;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String name = attempt.getName();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        try (SignInDelay.Attempt counted = delay.begin(name, addressOf(attempt))) {
            String user = check(name, password, counted);
            counted.wasRight();
            return UsernamePasswordAuthenticationToken.authenticated(user, null, roles(user));
        }
    }

    private String check(String name, String password, SignInDelay.Attempt counted) {
        try {
            return check(name, password);
        } catch (BadCredentialsException e) {
            throw e;
        } catch (BadUserRequestException e) {
            counted.wasNotLookedAt();
            throw new UserNameRefused(e.getMessage(), e);
        } catch (RuntimeException e) {
            counted.wasNotLookedAt();
            throw e;
        }
    }

    private String check(String name, String password) {
        // An empty password is an anonymous bind to an LDAP server, which succeeds.
        if (!UserName.canBeAsked(name) || password.isEmpty()) {
            throw new BadCredentialsException(WRONG);
        }
        boolean isOwn = people.exists(name) && !directoryUsers.isFromDirectory(name);
        if (isOwn || ldap.isEmpty()) {
            // Also for a name that nobody has: it would be known by the shorter time.
            if (ownPassword.matches(name, password) && isOwn) {
                return name;
            }
            throw new BadCredentialsException(WRONG);
        }
        return ldap.get().signIn(name, password);
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
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
