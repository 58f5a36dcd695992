package uk.opcc.inspectionresponse.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.refusal.HeldRequest;
import uk.opcc.inspectionresponse.refusal.InputRefused;
import uk.opcc.inspectionresponse.restapi.EngineRequest;

/**
 * Lets a client send with a task or a start only what the form asks for.
 *
 * <p>The engine takes whatever variables come with a completion. Once they are set {@link FormGuard} can't tell what the
 * client sent from what the application knew before, so that this looks at the request.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 50)
class SentVariables extends OncePerRequestFilter {

    private static final Pattern TASK = Pattern.compile("task/([^/]+)/(complete|submit-form|resolve|claim)");
    private static final Pattern START =
            Pattern.compile("process-definition/(?:key/([^/]+)(?:/tenant-id/[^/]+)?|([^/]+))/(?:start|submit-form)");
    private static final Pattern MIGRATION = Pattern.compile("migration/.*");
    private static final int MOST_BYTES = 8_000_000;

    private final DeployedForms forms;
    private final ObjectMapper json;
    private final ObjectReader strict;

    SentVariables(DeployedForms forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
        // Of two values for one name another reader might take the other one.
        this.strict = json.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EngineRequest.isReading(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = EngineRequest.pathOf(request).orElse("");
        Matcher task = TASK.matcher(path);
        Matcher start = START.matcher(path);
        if (path.startsWith("task/") && path.split("/").length > 2 && !forms.isTask(path.split("/")[1])) {
            answerThatThereIsNone(response, path.split("/")[1]);
            return;
        }
        if (!task.matches() && !start.matches() && !MIGRATION.matcher(path).matches()) {
            chain.doFilter(request, response);
            return;
        }
        HeldRequest held = new HeldRequest(request, request.getInputStream().readNBytes(MOST_BYTES + 1));
        try {
            JsonNode body = parse(held.body());
            if (task.matches() && task.group(2).equals("claim")) {
                checkClaim(body, task.group(1), request.getRemoteUser());
            } else if (task.matches()) {
                refuseOthers(body, Set.of("variables", "withVariablesInReturn"));
                Optional<FormSchema> form = forms.ofTask(task.group(1));
                if (form.isEmpty() && !forms.isTask(task.group(1))) {
                    answerThatThereIsNone(response, task.group(1));
                    return;
                }
                refuseUnknown(body.path("variables"), form);
            } else if (start.matches()) {
                refuseOthers(body, Set.of("variables", "businessKey", "withVariablesInReturn"));
                refuseUnknown(body.path("variables"), forms.ofStart(start.group(1), start.group(2)));
            } else if (!body.findPath("variables").isMissingNode()
                    && !body.findPath("variables").isNull()) {
                throw new InputRefused("variables", "A migration sets no variables: please leave them out.");
            }
        } catch (InputRefused e) {
            // RefusalFilter, which is outside of this one, says why.
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(held, response);
    }

    private void answerThatThereIsNone(HttpServletResponse response, String task) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        String shortened = task.length() <= 100 ? task : task.substring(0, 100) + "…";
        json.writeValue(
                response.getWriter(),
                Map.of(
                        "type",
                        "InvalidRequestException",
                        "message",
                        "There is no open task '" + shortened + "': please reload the list of tasks."));
    }

    private JsonNode parse(byte[] body) throws IOException {
        if (body.length > MOST_BYTES) {
            throw new InputRefused("body", "The request is too long: it may have " + MOST_BYTES + " bytes.");
        }
        if (body.length == 0) {
            return json.createObjectNode();
        }
        try {
            return strict.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InputRefused("body", "The request is not valid Json: please send well-formed Json.");
        }
    }

    /** Claiming is for oneself, and a task that a colleague has claimed is the colleague's. */
    private void checkClaim(JsonNode body, String task, String signedIn) {
        String user = body.path("userId").asText("");
        if (!user.equals(signedIn)) {
            throw new InputRefused(
                    "userId", "A task is claimed for oneself: please send your own user name as userId.");
        }
        forms.assigneeOf(task).filter(assignee -> !assignee.equals(user)).ifPresent(assignee -> {
            throw new InputRefused("userId", "The task has been claimed by '" + assignee + "' already.");
        });
    }

    private static void refuseOthers(JsonNode body, Set<String> known) {
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw refused(name);
            }
        });
        if (body.path("withVariablesInReturn").asBoolean()) {
            throw new InputRefused("withVariablesInReturn", "Variables are not returned: please ask for none.");
        }
    }

    private void refuseUnknown(JsonNode variables, Optional<FormSchema> form) {
        Map<String, Set<String>> asked = new HashMap<>();
        form.ifPresent(schema -> schema.fields().stream()
                .filter(field -> !field.notSubmitted())
                .forEach(field -> asked.computeIfAbsent(field.variable(), name -> new HashSet<>())
                        .add(field.property())));
        variables.properties().forEach(variable -> {
            Set<String> properties = asked.get(variable.getKey());
            if (properties == null) {
                throw refused(variable.getKey());
            }
            if (variable.getValue()
                    .findPath("serializationDataFormat")
                    .asText("")
                    .contains("java")) {
                throw new InputRefused(
                        variable.getKey(),
                        "The variable '" + variable.getKey() + "' is a serialized Java object: please send Json.");
            }
            content(variable.getValue().path("value")).fieldNames().forEachRemaining(property -> {
                if (!properties.contains(property)) {
                    throw refused(variable.getKey() + "." + property);
                }
            });
        });
    }

    private JsonNode content(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return strict.readTree(value.textValue());
        } catch (IOException e) {
            // Plain text; where it should have been Json the rules of the form say so.
            return json.getNodeFactory().missingNode();
        }
    }

    private static InputRefused refused(String name) {
        String shortened = name.length() <= 100 ? name : name.substring(0, 100) + "…";
        return new InputRefused(
                shortened, "The variable '" + shortened + "' is not one of this form: please leave it out.");
    }
}
