package uk.opcc.inspectionresponse.platform.rest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import uk.opcc.inspectionresponse.Staff;

/** One way into the running application for each of the {@link Staff}: everybody does their own work. */
public final class Doors {

    private static final String FIRST = "given by somebody";

    private final Function<String, Door> door;
    private final Map<String, Door> open = new ConcurrentHashMap<>();

    private Doors(Function<String, Door> door) {
        this.door = door;
    }

    /** The REST API of a server, such as {@code http://localhost:8080}. */
    public static Doors rest(String address) {
        return new Doors(role -> Door.rest(address, role, Staff.password(role)));
    }

    /** The API that Tasklist itself uses. */
    public static Doors tasklist(String address) {
        return new Doors(role -> Door.tasklist(address, role, Staff.password(role)));
    }

    /** The door of whoever has this role, by the id of its group. */
    public Door of(String role) {
        return open.computeIfAbsent(role, door);
    }

    /** Lets an administrator add the staff who are missing, as in Admin, and each choose a password. */
    public static void employ(Door administrator) {
        for (String role : Staff.ROLES.keySet()) {
            if (administrator.get("/user/" + role + "/profile").status() == 404) {
                administrator
                        .post(
                                "/user/create",
                                Map.of(
                                        "profile",
                                        Map.of("id", role, "firstName", role),
                                        "credentials",
                                        Map.of("password", FIRST)))
                        .good();
                administrator
                        .put("/group/" + role + "/members/" + role, Map.of())
                        .good();
                administrator
                        .as(role, FIRST)
                        .put(
                                "/user/" + role + "/credentials",
                                Map.of("password", Staff.password(role), "authenticatedUserPassword", FIRST))
                        .good();
            }
        }
    }
}
