package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One of the public, who is not signed in. */
final class Reader {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Reader(int port) {
        address = "http://localhost:" + port;
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
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/responses" + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
