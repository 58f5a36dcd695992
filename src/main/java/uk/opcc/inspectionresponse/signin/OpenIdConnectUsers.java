package uk.opcc.inspectionresponse.signin;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.people.People;

/** Takes over who signs in with OpenID Connect, with the roles that the groups in the token give. */
@Component
class OpenIdConnectUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OAuth2UserService<OidcUserRequest, OidcUser> provider = new OidcUserService();
    private final DirectoryUsers users;
    private final People people;
    private final SignInSettings settings;

    OpenIdConnectUsers(DirectoryUsers users, People people, SignInSettings settings) {
        this.users = users;
        this.people = people;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        OidcUser user = provider.loadUser(request);
        users.bringUpToDate(new DirectoryUsers.Person(
                user.getName(),
                user.getGivenName(),
                user.getFamilyName(),
                user.getEmail(),
                user.getIssuer() + " " + user.getSubject(),
                groups(user)));
        List<GrantedAuthority> roles = people.groupsOf(user.getName()).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        String name = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUserNameAttributeName();
        return new DefaultOidcUser(roles, user.getIdToken(), user.getUserInfo(), name);
    }

    private Collection<String> groups(OidcUser user) {
        Object claim = user.getClaim(settings.groupsClaim());
        return claim instanceof Collection<?> names
                ? names.stream().map(Object::toString).toList()
                : claim == null ? List.of() : List.of(claim.toString());
    }
}
