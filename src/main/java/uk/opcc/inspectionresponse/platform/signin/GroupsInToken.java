package uk.opcc.inspectionresponse.platform.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The groups that a token of OpenID Connect lists.
 *
 * @param names the provider's names of the groups
 * @param state whether it lists them at all
 */
record GroupsInToken(Collection<String> names, State state) {

    /** Whether a token lists groups. */
    enum State {
        /** It has the claim, which may be empty. */
        LISTED,
        /** It has no such claim. */
        MISSING,
        /** It says that there are too many to list: what Entra calls overage. */
        TOO_MANY
    }

    /**
     * Reads the groups.
     *
     * @param claim the name of the claim, or its path with dots, such as {@code realm_access.roles}
     */
    static GroupsInToken of(Map<String, Object> claims, String claim) {
        return find(claims, claim)
                .map(GroupsInToken::names)
                .map(names -> new GroupsInToken(names, State.LISTED))
                .orElseGet(
                        () -> new GroupsInToken(List.of(), areTooMany(claims, claim) ? State.TOO_MANY : State.MISSING));
    }

    /** A claim whose own name has dots, such as an address, comes before a path. */
    private static Optional<Object> find(Map<?, ?> claims, String path) {
        Object value = claims.get(path);
        if (value != null) {
            return Optional.of(value);
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                Optional<Object> found = find(inner, path.substring(dot + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Object value) {
        return value instanceof Collection<?> all
                ? all.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : List.of(value.toString());
    }

    private static boolean areTooMany(Map<String, Object> claims, String claim) {
        boolean elsewhere = claims.get("_claim_names") instanceof Map<?, ?> names && names.containsKey(claim);
        boolean counted = claim.equals("groups")
                && (isTrue(claims.get("hasgroups"))
                        || claims.keySet().stream().anyMatch(name -> name.startsWith("groups:src")));
        return elsewhere || counted;
    }

    private static boolean isTrue(Object value) {
        return value != null && value.toString().equalsIgnoreCase("true");
    }
}
