package uk.opcc.inspectionresponse.platform.rest;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs in on the sign-in page and opens Tasklist, as a browser does. */
final class TasklistSignIn {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private TasklistSignIn() {}

    static Door as(String address, String user, String password) {
        CookieManager cookies = new CookieManager();
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Matcher form = FORM_TOKEN.matcher(send(http, HttpRequest.newBuilder(URI.create(address + "/sign-in"))));
        if (!form.find()) {
            throw new AssertionError("the sign-in page has no token against forged requests");
        }
        send(
                http,
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + encoded(user) + "&password=" + encoded(password)
                                + "&_csrf=" + encoded(form.group(1)))));
        // The page brings the token that its own API asks for.
        send(http, HttpRequest.newBuilder(URI.create(address + TASKLIST)));
        return new Door(
                "Tasklist's own API",
                address + "/camunda/api/engine/engine/default",
                http,
                Map.of("X-XSRF-TOKEN", token(cookies)));
    }

    private static String send(HttpClient http, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError("no sign-in, status " + response.statusCode() + ": " + response.body());
            }
            return response.body();
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
