package uk.opcc.inspectionresponse.platform.office;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * All settings of the office, {@code office.*}. Their defaults and the reasons for them stand in
 * {@code application.yaml}; the application does not start with a setting that is not here, as nobody would notice that
 * it has no effect.
 *
 * @param name as the header of every screen shows it
 * @param reference the form of an inspection's reference, with {@code {year}} and {@code {number}} in it
 * @param url where the people of the office reach the application
 * @param publicUrl where the public reaches it
 * @param largestRequest of the requests with a body, the size that is still read
 * @param deployedResources where the diagrams, decisions and forms are that are deployed at the start
 * @param register the public register
 * @param monitoring how it is noticed that work has stopped
 * @param disk how much room there must be for what the application writes
 * @param backup the backups of a database in a file
 * @param signIn how people sign in
 * @param recipients who gets the response
 * @param addressees the bodies to whom reports address what they recommend, by their keys: a map, so that an office
 *     adds one or changes one without the others
 * @param areasForImprovementOneByOne whether each area for improvement is answered on its own, or all together
 * @param bankHolidays of England and Wales, by their years: a map, so that an office adds a year without the others
 * @param signatories who can sign a response, the first one proposed
 * @param document the wording and the size of the response
 * @param letterhead what stands above the letters with the response
 * @param templates the folder with the office's own templates; empty: there is none
 * @param mail read by those who write mails; here, because only one of several readers of the same settings can tell
 *     which of them nobody knows
 */
@ConfigurationProperties(prefix = "office", ignoreUnknownFields = false)
public record OfficeProperties(
        String name,
        String reference,
        String url,
        String publicUrl,
        DataSize largestRequest,
        List<String> deployedResources,
        Register register,
        Monitoring monitoring,
        Disk disk,
        Backup backup,
        SignIn signIn,
        @DefaultValue RecipientSettings recipients,
        @DefaultValue Map<String, AddresseeSettings> addressees,
        @DefaultValue("true") boolean areasForImprovementOneByOne,
        @DefaultValue Map<Integer, List<String>> bankHolidays,
        @DefaultValue List<SignatorySettings> signatories,
        Office.Document document,
        @DefaultValue Office.Letterhead letterhead,
        @DefaultValue("") String templates,
        @DefaultValue Map<String, Object> mail) {

    /**
     * A body to whom reports address what they recommend.
     *
     * @param name as documents print it
     * @param words by which reports name it, {@code *} for the words of a proper name
     * @param answered {@code on-its-own} where the office answers each of its recommendations, else {@code together}
     * @param sentence with which those that are answered together are answered, {@code {name}} for the name
     */
    public record AddresseeSettings(
            String name,
            @DefaultValue List<String> words,
            @DefaultValue("together") String answered,

            @DefaultValue("This is addressed to {name}, and not to the local policing body or its force. No action has"
                    + " been taken or is proposed here, because it is not for them to act on.")
            String sentence) {}

    /**
     * Somebody who can sign a response.
     *
     * @param name may be left out: the title alone is printed then
     */
    public record SignatorySettings(String name, String title) {}

    /**
     * The public register.
     *
     * @param exportFolder where its pages are written for another web server; empty: nowhere
     * @param importFolder where earlier responses may lie that are to be imported; empty: nowhere
     * @param largestImport of the ZIP files with earlier responses, the size that is still taken
     */
    public record Register(String exportFolder, String importFolder, DataSize largestImport) {}

    /**
     * How it is noticed that work has stopped.
     *
     * @param every how long after one look the next one is taken; the scheduler reads it
     */
    public record Monitoring(Duration every) {}

    /**
     * How much room there must be on the disks that the application writes to.
     *
     * @param warnBelow with less room than that, or than three times the size of the database, administrators are
     *     warned
     * @param refuseBelow with less room than that for a database in a file nothing is taken any more, before it breaks
     *     off
     */
    public record Disk(DataSize warnBelow, DataSize refuseBelow) {}

    /**
     * The backups of a database in a file.
     *
     * @param folder where they are put
     */
    public record Backup(String folder) {}

    /**
     * How people sign in.
     *
     * @param password what is asked of the passwords that the application keeps itself
     * @param groups which group of the directory gives which role: the directory's name of the group, as the claim or
     *     LDAP has it, and the id of the role's group; a person whose groups give no role cannot sign in
     * @param groupsClaim the claim of the OpenID Connect token that lists the person's groups
     * @param ldap where the LDAP directory is; without a URL there is none
     */
    public record SignIn(Passwords password, @DefaultValue Map<String, String> groups, String groupsClaim, Ldap ldap) {}

    /**
     * What the office asks of the passwords that the application keeps itself.
     *
     * @param minLength how many characters a new one must have
     * @param changeFirst whether a person must replace a password that somebody else has set, before anything else
     * @param ofDemo the password that users of a demo are given when it starts, whatever is asked of others; empty:
     *     none
     */
    public record Passwords(int minLength, boolean changeFirst, String ofDemo) {}

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
     * @param followEvery how often the directory is asked who of the users has left it, or a group
     */
    public record Ldap(
            String url,
            String reader,
            String password,
            String userBase,
            String userFilter,
            String userName,
            String groupBase,
            String groupFilter,
            String groupName,
            List<String> stableIds,
            Duration followEvery) {}
}
