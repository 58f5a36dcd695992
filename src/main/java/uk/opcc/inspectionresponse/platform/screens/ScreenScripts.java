package uk.opcc.inspectionresponse.platform.screens;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The modules that this application adds to Tasklist and to Cockpit.
 *
 * <p>These ask for each under an address that does not change with its content, and browsers keep it for as long as
 * they like; some use others beside them: so the content of all is part of the address of each.
 */
@RestController
class ScreenScripts {

    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final Duration FOR_GOOD = Duration.ofDays(365);
    /** What each is told of, and what these use: to a browser the same module under two addresses is two modules. */
    private static final Map<String, List<String>> ADDED = Map.of(
            "tasklist",
            List.of(
                    "words-of-the-screens",
                    "names",
                    "controls",
                    "list-of-tasks",
                    "cards",
                    "what-comes-next",
                    "task-that-is-open",
                    "dates",
                    "what-follows",
                    "lists-open-again",
                    "claims",
                    "completes",
                    "what-is-wrong",
                    "refusals",
                    "colleagues",
                    "inspections",
                    "folds",
                    "preview",
                    "where-one-is",
                    "unfinished-forms",
                    "where-to-begin",
                    "release-that-waits"),
            "cockpit",
            List.of(
                    "words-of-the-screens",
                    "names",
                    "words-of-cockpit",
                    "controls-of-cockpit",
                    "all-versions",
                    "release-that-waits"));

    private static final List<String> USED = List.of(
            "tasklist-form",
            "above-the-task",
            "ask-the-server",
            "when-added",
            "words-of-tasks",
            "list-of-names",
            "who-has-it",
            "held-in-this-browser",
            "words-above-the-form");

    private final Map<String, byte[]> scripts = new TreeMap<>();
    private final String content;

    ScreenScripts(ResourceLoader resources) {
        try {
            for (String name : Stream.concat(ADDED.values().stream().flatMap(List::stream), USED.stream())
                    .toList()) {
                scripts.put(
                        name,
                        resources
                                .getResource("classpath:screens/" + name + ".js")
                                .getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        scripts.values().forEach(all::writeBytes);
        content = DigestUtils.md5DigestAsHex(all.toByteArray());
    }

    /** The modules as the setting {@code customScripts} of a screen names them: below its own path, and without .js. */
    List<String> modules(String screen) {
        return ADDED.getOrDefault(screen, List.of()).stream()
                .map(name -> "office/" + content + "/" + name)
                .toList();
    }

    @GetMapping(
            "${camunda.bpm.webapp.application-path:/camunda}/app/{screen:tasklist|cockpit}/office/{content:[0-9a-f]{32}}/{name:[a-z-]+}.js")
    ResponseEntity<byte[]> script(@PathVariable("name") String name) {
        byte[] script = scripts.get(name);
        return script == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .contentType(JAVASCRIPT)
                        .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate())
                        .body(script);
    }
}
