package uk.opcc.inspectionresponse.platform.accounts;

import java.io.Serializable;
import java.util.Set;

/**
 * What a sign-in stands on.
 *
 * @param password the hash of the password; empty where there is none, as for users of a directory
 * @param groups the ids of the user's groups
 * @param ended how often an administrator has ended all sessions of the user
 */
public record Account(String password, Set<String> groups, int ended) implements Serializable {

    /** Whether nothing is lost since: the same password, and every group that there was, and no session was ended. */
    public boolean upholds(Account earlier) {
        return password.equals(earlier.password) && groups.containsAll(earlier.groups) && ended == earlier.ended;
    }
}
