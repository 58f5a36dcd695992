package uk.opcc.inspectionresponse.publishing.register;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import uk.opcc.inspectionresponse.Visitor;

/** One of the public, who is not signed in. */
final class Reader {

    private final Visitor visitor;

    Reader(int port) {
        visitor = new Visitor(port);
    }

    /** What is seen at a path behind {@code /responses}. */
    String reads(String path) {
        HttpResponse<byte[]> answer = asks(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> asks(String path, String... headers) {
        return sends("GET", path, headers);
    }

    HttpResponse<byte[]> sends(String method, String path, String... headers) {
        HttpRequest.Builder request =
                visitor.request("/responses" + path).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return visitor.asks(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
