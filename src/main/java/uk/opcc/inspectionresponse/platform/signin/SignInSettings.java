package uk.opcc.inspectionresponse.platform.signin;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in, beside the users that the application keeps itself.
 *
 * @param groups which group of the directory gives which role: the directory's name of the group, as the claim or LDAP
 *     has it, and the id of the role's group; a person whose groups give no role can't sign in
 * @param groupsClaim the claim of the OpenID Connect token that lists the person's groups
 * @param ldap where the LDAP directory is; without a URL there is none
 */
@ConfigurationProperties("office.sign-in")
record SignInSettings(
        @DefaultValue Map<String, String> groups,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Ldap ldap) {

    /**
     * An LDAP directory, or Active Directory.
     *
     * @param url with the base, such as {@code ldaps://directory.example:636/dc=opcc,dc=example}
     * @param reader the user that searches the directory
     * @param password that user's password
     * @param userBase where people are, below the base
     * @param userFilter finds the person; {@code {0}} stands for what was typed as the user name
     * @param userName the attribute that holds the user name
     * @param groupBase where groups are, below the base
     * @param groupFilter finds the person's groups; {@code {0}} stands for the person's distinguished name
     * @param groupName the attribute that holds the name of a group
     * @param stableIds the attributes that tell entries apart, the first that an entry has: of those that a directory
     *     never changes and never gives to a second entry
     */
    record Ldap(
            @DefaultValue("") String url,
            @DefaultValue("") String reader,
            @DefaultValue("") String password,
            @DefaultValue("") String userBase,
            @DefaultValue("(uid={0})") String userFilter,
            @DefaultValue("uid") String userName,
            @DefaultValue("") String groupBase,
            @DefaultValue("(member={0})") String groupFilter,
            @DefaultValue("cn") String groupName,
            @DefaultValue({"entryUUID", "objectGUID"}) List<String> stableIds) {}
}
