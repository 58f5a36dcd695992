package uk.opcc.inspectionresponse.platform.people;

import java.util.Optional;

/**
 * That somebody leaves a group, or is no user any more. It is told in the transaction in which it happens, before the
 * database has it.
 *
 * @param user the user name
 * @param group the id of the group; none where the user is deleted, and all of them are lost
 */
public record RolesLost(String user, Optional<String> group) {}
