package uk.opcc.inspectionresponse.platform.forms;

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
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.rest.EngineRequest;
import uk.opcc.inspectionresponse.platform.rest.HeldRequest;

/**
 * Lets a client send with a task or a start only what the form asks for.
 *
 * <p>The engine takes whatever variables come with a completion. Once they are set {@link FormGuard} can't tell what the
 * client sent from what the application knew before, so that this looks at the request.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 50)
class SentVariables extends OncePerRequestFilter {

    private static final Pattern TASK =
            Pattern.compile("task/([^/]+)/(complete|submit-form|resolve|claim|unclaim|assignee|delegate)");
    private static final Pattern START =
            Pattern.compile("process-definition/(?:key/([^/]+)(?:/tenant-id/[^/]+)?|([^/]+))/(?:start|submit-form)");
    private static final Pattern MIGRATION = Pattern.compile("migration/.*");
    private static final Set<String> GIVING = Set.of("assignee", "delegate");
    private static final int MOST_BYTES = 8_000_000;

    private final DeployedForms forms;
    private final People people;
    private final ObjectMapper json;
    private final ObjectReader strict;

    SentVariables(DeployedForms forms, People people, ObjectMapper json) {
        this.forms = forms;
        this.people = people;
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
        try {
            if (HeldRequest.lengthOf(request) > MOST_BYTES) {
                throw new InputRefused("body", "The request is too long: it may have " + MOST_BYTES + " bytes.");
            }
            JsonNode body = HeldRequest.jsonOf(request);
            if (task.matches() && task.group(2).equals("claim")) {
                checkClaim(body, task.group(1), request.getRemoteUser());
            } else if (task.matches() && GIVING.contains(task.group(2))) {
                checkGiving(body);
            } else if (task.matches() && task.group(2).equals("unclaim")) {
                checkUnclaim(task.group(1), request.getRemoteUser());
            } else if (task.matches()) {
                if (task.group(2).equals("resolve")) {
                    checkResolve(task.group(1), request.getRemoteUser());
                }
                refuseOthers(body, Set.of("variables", "withVariablesInReturn"));
                Optional<FormSchema> form = forms.ofTask(task.group(1));
                if (form.isEmpty() && !forms.isTask(task.group(1))) {
                    answerThatThereIsNone(response, task.group(1));
                    return;
                }
                SentFields.note(refuseUnknown(body.path("variables"), form), request);
            } else if (start.matches()) {
                refuseOthers(body, Set.of("variables", "businessKey", "withVariablesInReturn"));
                SentFields.note(
                        refuseUnknown(body.path("variables"), forms.ofStart(start.group(1), start.group(2))), request);
            } else if (!body.findPath("variables").isMissingNode()
                    && !body.findPath("variables").isNull()) {
                throw new InputRefused("variables", "A migration sets no variables: please leave them out.");
            }
        } catch (InputRefused e) {
            // RefusalFilter, which is outside of this one, says why.
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
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

    /** Claiming is for oneself, and a task that a colleague has claimed is the colleague's. */
    private void checkClaim(JsonNode body, String task, String signedIn) {
        String user = body.path("userId").asText("");
        if (!user.equals(signedIn)) {
            throw new InputRefused(
                    "userId", "A task is claimed for oneself: please send your own user name as userId.");
        }
        refuseWhatIsClaimed(task, signedIn);
    }

    /** Without a name the engine would take the task from whoever has it. */
    private static void checkGiving(JsonNode body) {
        if (body.size() != 1 || !body.has("userId")) {
            throw new InputRefused(
                    "userId", "Assignee (userId): please send the user name of a colleague, or null for nobody.");
        }
    }

    /** Managers take a task back from somebody who is away. */
    private void checkUnclaim(String task, String signedIn) {
        if (!seesAll(signedIn)) {
            refuseWhatIsClaimed(task, signedIn);
        }
    }

    private boolean seesAll(String user) {
        return people.isInGroup(user, Groups.MANAGERS) || people.isInGroup(user, Groups.ADMINISTRATORS);
    }

    /** To resolve a task gives it back to whoever delegated it, and takes it from whoever has it. */
    private void checkResolve(String task, String signedIn) {
        refuseWhatIsClaimed(task, signedIn);
        if (forms.assigneeOf(task).isEmpty()) {
            throw new InputRefused("task", "This task is with nobody: please claim it first.");
        }
    }

    /** Who does not see the task is refused by the engine, and not told who has it. */
    private void refuseWhatIsClaimed(String task, String signedIn) {
        forms.assigneeOf(task)
                .filter(assignee -> !assignee.equals(signedIn))
                .filter(assignee -> seesAll(signedIn)
                        || forms.candidateGroupsOf(task).stream().anyMatch(group -> people.isInGroup(signedIn, group)))
                .ifPresent(assignee -> {
                    throw new InputRefused("assignee", people.claimedBy(assignee));
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

    /** The keys of the fields that were sent with a value. */
    private Set<String> refuseUnknown(JsonNode variables, Optional<FormSchema> form) {
        Set<String> sent = new HashSet<>();
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
            JsonNode value = variable.getValue().path("value");
            if (properties.contains("") && isFilledIn(value)) {
                sent.add(variable.getKey());
            }
            content(value).properties().forEach(property -> {
                if (!properties.contains(property.getKey())) {
                    throw refused(variable.getKey() + "." + property.getKey());
                }
                if (isFilledIn(property.getValue())) {
                    sent.add(variable.getKey() + "." + property.getKey());
                }
            });
        });
        return sent;
    }

    private static boolean isFilledIn(JsonNode value) {
        return !value.isNull()
                && !value.isMissingNode()
                && !(value.isTextual() && value.textValue().isBlank());
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
