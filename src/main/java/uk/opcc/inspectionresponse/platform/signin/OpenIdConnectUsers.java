package uk.opcc.inspectionresponse.platform.signin;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.people.People;

/** Takes over who signs in with OpenID Connect, with the roles that the groups in the token give. */
@Component
class OpenIdConnectUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final DirectoryUsers users;
    private final People people;
    private final OfficeProperties.SignIn settings;

    OpenIdConnectUsers(DirectoryUsers users, People people, OfficeProperties.SignIn settings) {
        this.users = users;
        this.people = people;
        this.settings = settings;
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(OpenIdConnectHttp.userInfo());
        // Spring Security's own way fails without words where the name is missing.
        this.provider.setOauth2UserService(request -> userInfo.loadUser(bySubject(request)));
        this.provider.setOidcUserMapper((request, info) -> new DefaultOidcUser(Set.of(), request.getIdToken(), info));
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        OidcUser person = provider.loadUser(request);
        GroupsInToken groups = GroupsInToken.of(person.getClaims(), settings.groupsClaim());
        if (groups.state() == GroupsInToken.State.TOO_MANY) {
            throw tooMany(person);
        }
        String user;
        try {
            user = users.bringUpToDate(new DirectoryUsers.Person(
                    person.getIdToken().getClaimAsString("iss"),
                    person.getSubject(),
                    name(person, request.getClientRegistration()),
                    person.getGivenName(),
                    person.getFamilyName(),
                    person.getEmail(),
                    "",
                    place -> false,
                    groups.names()));
        } catch (DisabledException e) {
            throw groups.state() == GroupsInToken.State.MISSING ? noGroups(person) : e;
        }
        return new SignedIn(roles(user), person.getIdToken(), person.getUserInfo(), user);
    }

    private static OAuth2UserRequest bySubject(OAuth2UserRequest request) {
        return new OAuth2UserRequest(
                ClientRegistration.withClientRegistration(request.getClientRegistration())
                        .userNameAttributeName(IdTokenClaimNames.SUB)
                        .build(),
                request.getAccessToken(),
                request.getAdditionalParameters());
    }

    private List<GrantedAuthority> roles(String user) {
        return people.groupsOf(user).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    private static String name(OidcUser person, ClientRegistration registration) {
        String attribute =
                registration.getProviderDetails().getUserInfoEndpoint().getUserNameAttributeName();
        Object name = attribute == null || attribute.isBlank() ? person.getSubject() : person.getClaim(attribute);
        if (name == null || name.toString().isBlank()) {
            throw new SignInRefusal(
                    "the token of '" + registration.getRegistrationId() + "' has no '" + attribute
                            + "': set its user-name-attribute to a claim that it has, or have the provider add it",
                    "The provider did not tell us your user name (" + attribute + "). Ask your administrator.");
        }
        return name.toString();
    }

    private SignInRefusal tooMany(OidcUser person) {
        return new SignInRefusal(
                "the token does not list the groups of '" + person.getSubject() + "' in '" + settings.groupsClaim()
                        + "', since they are too many: in Entra, let it list only the groups assigned to the"
                        + " application, or use app roles with OIDC_GROUPS_CLAIM=roles",
                "You are in so many groups that the provider does not tell us which. Ask your administrator, who"
                        + " finds under “Signing in” in docs/administrators.md what to do.");
    }

    private SignInRefusal noGroups(OidcUser person) {
        return new SignInRefusal(
                "the token of '" + person.getSubject() + "' has no claim '" + settings.groupsClaim()
                        + "': have the provider add the groups to it, or name another claim with OIDC_GROUPS_CLAIM; some"
                        + " providers leave it out for whoever is in no group",
                "The provider did not tell us any groups of yours, so you have no role here. Ask your"
                        + " administrator: you may be in no group, or the provider may not be set up to tell us.");
    }

    /** Whoever has signed in, by the name of the user here, which may be another than the provider's. */
    private static final class SignedIn extends DefaultOidcUser {

        private final String user;

        SignedIn(Collection<? extends GrantedAuthority> roles, OidcIdToken token, OidcUserInfo info, String user) {
            super(roles, token, info);
            this.user = user;
        }

        @Override
        public String getName() {
            return user;
        }
    }
}
