package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import uk.opcc.inspectionresponse.Visitor;

/** One way into the running application: the REST API, or the one behind Tasklist, for one person. */
public final class Door {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final String name;
    private final String base;
    private final Visitor person;
    private final Map<String, String> headers;

    private Door(String name, String base, Visitor person, Map<String, String> headers) {
        this.name = name;
        this.base = base;
        this.person = person;
        this.headers = headers;
    }

    /** The REST API of a server, such as {@code http://localhost:8080}, for a user. */
    public static Door rest(String address, String user, String password) {
        return new Door(
                "/engine-rest",
                "/engine-rest",
                Visitor.ofRest(address),
                Map.of("Authorization", Visitor.basic(user, password)));
    }

    /** The REST API of the same server for somebody else. */
    Door as(String user, String password) {
        return new Door(name, base, person, Map.of("Authorization", Visitor.basic(user, password)));
    }

    /** The API that Tasklist itself uses, of somebody who has signed in on the sign-in page and opened Tasklist. */
    public static Door tasklist(String address, String user, String password) {
        Visitor person = Visitor.at(address);
        person.signsIn(user, password);
        // The page brings the token that its own API asks for.
        int status = person.sees(TASKLIST).statusCode();
        if (status >= 300) {
            throw new AssertionError("no sign-in, status " + status);
        }
        return new Door(
                "Tasklist's own API",
                "/camunda/api/engine/engine/default",
                person,
                Map.of("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN").getValue()));
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** Puts Json. */
    public Answer put(String path, Object body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(write(body), StandardCharsets.UTF_8)),
                path);
    }

    /** Posts Json. */
    public Answer post(String path, Object body) {
        return postText(path, write(body));
    }

    /** Posts what is said to be Json, as it is. */
    public Answer postText(String path, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)),
                path);
    }

    /** Sends a request that is made by the test; the address and the sign-in are added. */
    public Answer send(HttpRequest.Builder request, String path) {
        headers.forEach(request::setHeader);
        request.setHeader("Accept", "application/json, */*;q=0.1");
        HttpResponse<String> response =
                person.asks(request.uri(person.address(base + path)), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.body());
    }

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** What the server answered. */
    public record Answer(int status, String body) {

        /** The body as Json. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no Json, status " + status + ": " + body, e);
            }
        }

        /** The same, where the answer must be a good one. */
        public Answer good() {
            if (status >= 300) {
                throw new AssertionError("status " + status + ": " + body);
            }
            return this;
        }
    }
}
