package uk.opcc.inspectionresponse.platform.screens;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.office.Office;

/**
 * Puts the office's name into the header of every web application, in place of its vendor's.
 *
 * <p>Each reads its settings from a {@code scripts/config.js}. This answers with the file that is on the classpath,
 * this application's own or the vendor's, so that its other settings hold, and adds the name to it, what leads from the
 * web application's own sign-in form to the one of all pages, and what opens the links of a form beside it.
 */
@RestController
class ScreenSettings {

    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final String EXPORT = "export default ";

    /** Beyond ASCII all is escaped: a line separator of Unicode would end a line of JavaScript in an old browser. */
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer();

    private final Map<String, String> settings;

    ScreenSettings(
            Office office,
            ScreenScripts scripts,
            ResourceLoader resources,
            @Value("${camunda.bpm.webapp.webjar-classpath:/META-INF/resources/webjars/camunda}") String webjar) {
        settings = Stream.of("Tasklist", "Cockpit", "Admin", "Welcome")
                .collect(Collectors.toMap(
                        ScreenSettings::path,
                        name -> named(office, name, scripts.modules(path(name)), resources, webjar)));
    }

    private static String path(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @GetMapping(
            "${camunda.bpm.webapp.application-path:/camunda}/app/{screen:tasklist|cockpit|admin|welcome}/scripts/config.js")
    ResponseEntity<String> settings(@PathVariable("screen") String screen) {
        return ResponseEntity.ok().contentType(JAVASCRIPT).body(settings.get(screen));
    }

    private static String named(
            Office office, String name, List<String> modules, ResourceLoader resources, String webjar) {
        Resource file = resources.getResource("classpath:" + webjar + "/app/" + path(name) + "/scripts/config.js");
        try {
            String content = file.getContentAsString(StandardCharsets.UTF_8);
            if (!content.contains(EXPORT)) {
                throw new IllegalStateException(file + " has no '" + EXPORT.strip() + "' to add the office's name to");
            }
            // The header shows both, vendor first.
            Map<String, String> app = new LinkedHashMap<>();
            app.put("vendor", office.name());
            app.put("name", name);
            return content.replaceFirst(EXPORT, "const settings = ")
                    + "\nexport default Object.assign(settings, { app: " + JSON.writeValueAsString(app)
                    + ", customScripts: (settings.customScripts || []).concat("
                    + JSON.writeValueAsString(modules) + ") });\n"
                    + script(resources, "to-the-sign-in-page.js")
                    + script(resources, "links-beside-the-form.js");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script(ResourceLoader resources, String name) throws IOException {
        return resources.getResource("classpath:screens/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
