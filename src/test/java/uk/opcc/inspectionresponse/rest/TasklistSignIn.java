package uk.opcc.inspectionresponse.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Signs in to Tasklist as its own page does. */
final class TasklistSignIn {

    private TasklistSignIn() {}

    static Door as(String address, String user, String password) {
        CookieManager cookies = new CookieManager();
        HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
        send(http, HttpRequest.newBuilder(URI.create(address + "/camunda/app/tasklist/default/")));
        send(
                http,
                HttpRequest.newBuilder(URI.create(address + "/camunda/api/admin/auth/user/default/login/tasklist"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .header("X-XSRF-TOKEN", token(cookies))
                        .POST(BodyPublishers.ofString("username=" + encoded(user) + "&password=" + encoded(password))));
        // The token changes with the sign-in; the page brings the new one.
        send(http, HttpRequest.newBuilder(URI.create(address + "/camunda/app/tasklist/default/")));
        return new Door(
                "Tasklist's own API",
                address + "/camunda/api/engine/engine/default",
                http,
                Map.of("X-XSRF-TOKEN", token(cookies)));
    }

    private static void send(HttpClient http, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError("no sign-in, status " + response.statusCode() + ": " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .getValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
