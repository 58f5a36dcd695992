package uk.opcc.inspectionresponse.platform.signin;

import java.time.Instant;

/**
 * An account of a directory, and the user that it is here.
 *
 * @param id what the account is called in addresses of pages
 * @param directory the issuer of OpenID Connect, or {@link #LDAP}
 * @param stableId what the directory never changes and never gives to anybody else
 * @param name the user name as the directory had it last
 * @param person the person's name as the directory had it last
 * @param place where in the directory the account was last; empty where it has no places
 * @param user the user here; null while the account waits for an administrator
 * @param waitsBecause why it waits; null if it does not
 * @param seenAt when the person signed in last, to the hour
 */
record DirectoryAccount(
        String id,
        String directory,
        String stableId,
        String name,
        String person,
        String place,
        String user,
        String waitsBecause,
        Instant seenAt) {

    /** The directory of every account of the LDAP directory, of which there is one. */
    static final String LDAP = "ldap";

    /** Begins the stable id of an account of an LDAP directory that has no stable ids. */
    static final String BY_PLACE = "dn:";

    boolean hasStableId() {
        return !(directory.equals(LDAP) && stableId.startsWith(BY_PLACE));
    }
}
