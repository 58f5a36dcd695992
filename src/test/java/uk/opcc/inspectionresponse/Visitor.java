package uk.opcc.inspectionresponse;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who sends requests: as a browser does, with cookies, or as a client of the REST API, with a password. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient http;
    private final String address;

    public Visitor(int port) {
        this(port, HttpClient.Redirect.NEVER);
    }

    public Visitor(int port, HttpClient.Redirect redirects) {
        this(port, redirects, new CookieManager());
    }

    /** Somebody whose cookies another client has too. */
    public Visitor(int port, CookieManager cookies) {
        this(port, HttpClient.Redirect.NEVER, cookies);
    }

    /** Somebody whose cookies another client has too. */
    public Visitor(int port, HttpClient.Redirect redirects, CookieManager cookies) {
        this("http://localhost:" + port, redirects, cookies);
    }

    /**
     * Somebody who knows a server by its address, such as {@code http://localhost:8080}, and follows where it leads.
     */
    public static Visitor at(String address) {
        return new Visitor(address, HttpClient.Redirect.NORMAL, new CookieManager());
    }

    /** A client of the REST API at this address, which keeps no cookies and follows nowhere. */
    public static Visitor ofRest(String address) {
        return new Visitor(address, HttpClient.Redirect.NEVER, new CookieManager(null, CookiePolicy.ACCEPT_NONE));
    }

    private Visitor(String address, HttpClient.Redirect redirects, CookieManager cookies) {
        this.cookies = cookies;
        this.address = address;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirects)
                .build();
    }

    /** Signs in on the sign-in page. */
    public HttpResponse<String> signsIn(String user, String password) {
        Matcher token = TOKEN.matcher(sees("/sign-in").body());
        if (!token.find()) {
            throw new AssertionError("the sign-in page has no token against forged requests");
        }
        return sends(
                "/sign-in",
                "username=" + encoded(user) + "&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1)));
    }

    /** Opens a page, as a browser does. */
    public HttpResponse<String> sees(String path) {
        return asks(request(path).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Downloads a file, byte for byte. */
    public HttpResponse<byte[]> downloads(String path) {
        return asks(request(path).header("Accept", "text/html,*/*;q=0.8"), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form, as a browser does. */
    public HttpResponse<String> sends(String path, String form) {
        return asks(request(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends any request, with the cookies. */
    public HttpResponse<String> asks(HttpRequest.Builder request) {
        return asks(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends any request, with the cookies, and reads the answer in this way. */
    public <T> HttpResponse<T> asks(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A request to the server, as a client of the REST API sends it. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    /** The whole address of a path. */
    public URI address(String path) {
        return URI.create(address + path);
    }

    /** Sends Json, or nothing, with a user name and a password. */
    public HttpResponse<String> asks(String user, String password, String method, String path, String json) {
        return asks(request(path)
                .header("Authorization", basic(user, password))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json)));
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public HttpCookie cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
