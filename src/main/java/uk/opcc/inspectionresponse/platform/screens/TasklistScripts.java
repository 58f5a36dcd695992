package uk.opcc.inspectionresponse.platform.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The modules that this application adds to Tasklist at its plugin points.
 *
 * <p>Tasklist asks for each under an address that does not change with its content, and browsers keep it for as long as
 * they like: so the content is part of the address.
 */
@RestController
class TasklistScripts {

    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final byte[] cards;

    TasklistScripts(ResourceLoader resources) {
        try {
            cards = resources.getResource("classpath:screens/cards.js").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The modules as the setting {@code customScripts} of Tasklist names them: below its own path, and without .js. */
    List<String> modules() {
        return List.of("office/" + DigestUtils.md5DigestAsHex(cards) + "/cards");
    }

    @GetMapping("${camunda.bpm.webapp.application-path:/camunda}/app/tasklist/office/{content:[0-9a-f]{32}}/cards.js")
    ResponseEntity<byte[]> cards() {
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate())
                .body(cards);
    }
}
