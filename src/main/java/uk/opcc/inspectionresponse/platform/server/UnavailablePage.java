package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** The page that people see while nothing works. It brings its own style, as nothing else may come to the browser. */
final class UnavailablePage {

    private static final String STYLE = """
            body { margin: 0; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Arial, sans-serif; color: #1d1d1d; }
            header { padding: .75rem 1.5rem; background: #1f2a44; color: #fff; font-weight: 600; }
            main { padding: 1.5rem; max-width: 40rem; }
            h1 { font-size: 1.75rem; line-height: 1.25; }
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sorry, there is a problem with the service - %1$s</title>
            <link rel="icon" href="data:,">
            <style>%2$s</style>
            </head>
            <body>
            <header>%1$s</header>
            <main>
            <h1>Sorry, there is a problem with the service</h1>
            <p>%3$s</p>
            <p>What you typed into a form is kept in your browser. Leave the form open until it says that it is saved.</p>
            <p>Tell your administrator if this goes on for more than an hour.</p>
            </main>
            </body>
            </html>
            """;

    private final String office;
    private final String policy;

    /** @param office its name, which stands at the top */
    UnavailablePage(String office) {
        this.office = HtmlUtils.htmlEscape(office);
        this.policy = "default-src 'none'; style-src 'sha256-" + hash()
                + "'; img-src data:; frame-ancestors 'self'; base-uri 'none'";
    }

    /** Answers with it. */
    void answer(HttpServletResponse response, String words) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(PAGE.formatted(office, STYLE, HtmlUtils.htmlEscape(words)));
    }

    private static String hash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
