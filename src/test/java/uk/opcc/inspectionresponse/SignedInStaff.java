package uk.opcc.inspectionresponse;

import java.util.HashMap;
import java.util.Map;

/** People who are signed in to Tasklist, each once for all tests of a class. */
public final class SignedInStaff {

    private final Map<String, Visitor> visitors = new HashMap<>();
    private int port;

    /** Whoever has this user name, at the server at this port. */
    public Visitor at(int server, String user) {
        if (port != server) {
            visitors.clear();
            port = server;
        }
        return visitors.computeIfAbsent(user, name -> {
            Visitor visitor = new Visitor(server);
            visitor.signsIn(name, Staff.password(name));
            visitor.sees("/camunda/app/tasklist/default/");
            return visitor;
        });
    }
}
