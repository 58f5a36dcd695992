package uk.opcc.inspectionresponse.platform.people;

import java.util.Set;

/** Knows which users are one person. */
public interface KnownAs {

    /** The user names under which whoever signs in as that user has ever signed in, that one among them. */
    Set<String> namesOf(String user);
}
