package uk.opcc.inspectionresponse.platform.rest;

import java.net.http.HttpRequest;
import uk.opcc.inspectionresponse.Visitor;

/** A request that somebody may try. The role is the user name too; none for a stranger who does not even try one. */
record Attempt(String what, String role, String password, String method, String path, String json) {

    HttpRequest.Builder request(Visitor visitor) {
        HttpRequest.Builder request = visitor.request(path).header("Content-Type", "application/json");
        if (role != null) {
            request.header("Authorization", Visitor.basic(role, password));
        }
        return request.method(method, body());
    }

    /** The same through a door that knows who is there: the path begins behind its address. */
    Door.Answer through(Door door) {
        return door.send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .method(method, body()),
                path);
    }

    private HttpRequest.BodyPublisher body() {
        return json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
    }

    @Override
    public String toString() {
        return what + ": " + method + " " + path
                + (json == null || json.length() > 150 ? "" : " " + json.replace("\n", " "));
    }
}
