package uk.opcc.inspectionresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.Visitor;

@OfficeInTheBrowser
@DisplayName("People who open a page at one moment")
class ManyPeopleIT {

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("each get one whose scripts its own security policy lets run")
    void eachPageHasItsOwnNonce() {
        CookieManager cookies = new CookieManager();
        new Visitor(port, cookies).signsIn("priya", "demo");
        HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
        HttpRequest page = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
        for (int person = 0; person < 400; person++) {
            pages.add(client.sendAsync(page, HttpResponse.BodyHandlers.ofString()));
        }
        assertThat(pages).map(CompletableFuture::join).allSatisfy(answer -> {
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertThat(all("nonce=\"([^\"]+)\"", answer.body()))
                    .isNotEmpty()
                    .containsOnly(all("'nonce-([^']+)'", policy).get(0));
        });
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
