package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.platform.refusal.UnstorableText;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Keeps what is asked of the engine to what may be asked: no expression, which would run code, in any part of any body;
 * and, of those who may not read every variable, nothing about a variable that no list of tasks shows: a question such
 * as "which tasks have a draft by somebody whose name begins with J" would tell it letter by letter.
 */
class QueriesWithinBounds extends OncePerRequestFilter {

    private static final String EXPRESSION = "expression";

    /** An administrator may store a list of tasks with an expression such as "my groups". */
    private static final Pattern STORING_A_LIST = Pattern.compile("filter/(create|[^/]+)");

    private static final Pattern SUBMITTING =
            Pattern.compile("(task|process-definition)/.*/(complete|submit-form|start)|migration/.*");

    private static final Pattern ABOUT_GROUPS = Pattern.compile("group(/count)?");

    private static final Set<String> LISTED = Set.of(
            ProcessVariables.LISTED_TITLE.name(),
            ProcessVariables.LISTED_RECOMMENDATION.name(),
            ProcessVariables.LISTED_LAST_DAY.name(),
            ProcessVariables.LISTED_WORDS.name());

    /** Criteria on variables, in lower case. */
    private static final Set<String> ON_VARIABLES =
            Set.of("variables", "processvariables", "taskvariables", "caseinstancevariables", "variablevalues");

    private static final Set<String> RETURNING_VARIABLES =
            Set.of("withtaskvariablesinreturn", "withtasklocalvariablesinreturn", "withvariablesinreturn");

    private static final Set<String> PAGING = Set.of("firstResult", "maxResults");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private final People people;

    QueriesWithinBounds(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> path = EngineRequest.pathOf(request).or(() -> EngineRequest.pathOfScreens(request));
        if (path.isPresent()) {
            check(request, path.get());
        }
        chain.doFilter(request, response);
    }

    private void check(HttpServletRequest request, String path) {
        Map<String, String[]> parameters = request.getParameterMap();
        JsonNode body = BufferedRequest.jsonOf(request);
        if (parameters.isEmpty() && body.isEmpty()) {
            return;
        }
        parameters.forEach((name, values) -> Arrays.stream(values).forEach(value -> checkReadable(name, value)));
        boolean storing = STORING_A_LIST.matcher(path).matches()
                && people.isInGroup(request.getRemoteUser(), Groups.ADMINISTRATORS);
        if (!storing) {
            parameters.keySet().forEach(QueriesWithinBounds::refuseExpression);
            refuseExpressions(body);
        }
        if (ABOUT_GROUPS.matcher(path).matches() && !people.isInGroup(request.getRemoteUser(), Groups.ADMINISTRATORS)) {
            refuseOthersGroups(body, request.getRemoteUser());
        }
        if (!SUBMITTING.matcher(path).matches() && !people.seesAll(request.getRemoteUser())) {
            parameters.forEach((name, values) -> Arrays.stream(values).forEach(value -> checkParameter(name, value)));
            checkCriteria(body);
        }
    }

    /** What the database would fail at. */
    private static void checkReadable(String name, String value) {
        UnstorableText.in(name + value).ifPresent(what -> {
            throw new InputRefused(Shortened.name(name), Shortened.name(name) + " " + what);
        });
        if (PAGING.contains(name) && (!NUMBER.matcher(value).matches() || Long.parseLong(value) > Integer.MAX_VALUE)) {
            throw new InputRefused(name, name + " must be a number from 0 to " + Integer.MAX_VALUE + ".");
        }
    }

    private static void refuseExpressions(JsonNode node) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            refuseExpression(property.getKey());
        }
        node.forEach(QueriesWithinBounds::refuseExpressions);
    }

    /** What an address asks for is decided by {@link ClosedRoutes}, before there is a body. */
    private static void refuseOthersGroups(JsonNode node, String user) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (ClosedRoutes.WHOSE_GROUPS.contains(property.getKey())
                    && !property.getValue().isNull()
                    && !property.getValue().asText().equals(user)) {
                throw new InputRefused(
                        property.getKey(), property.getKey() + ": ask for your own groups, by your user name.");
            }
        }
        node.forEach(part -> refuseOthersGroups(part, user));
    }

    private static void refuseExpression(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith(EXPRESSION)) {
            throw new InputRefused(
                    Shortened.name(name),
                    Shortened.name(name) + ": expressions are not evaluated. Give the value itself.");
        }
    }

    /** In an address, criteria on variables are written as {@code name_operator_value}, several of them with commas. */
    private static void checkParameter(String name, String value) {
        String criterion = name.toLowerCase(Locale.ROOT);
        if (ON_VARIABLES.contains(criterion)) {
            for (String one : value.split(",")) {
                refuseUnlisted(name, one.split("_", 2)[0]);
            }
        }
        if (RETURNING_VARIABLES.contains(criterion) && !value.equalsIgnoreCase("false")) {
            refuseReturning(name);
        }
        if (criterion.equals("sortby")) {
            refuseSorting(value, "");
        }
    }

    private static void checkCriteria(JsonNode node) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String criterion = property.getKey().toLowerCase(Locale.ROOT);
            JsonNode value = property.getValue();
            if (ON_VARIABLES.contains(criterion)) {
                if (!value.isArray() && !value.isNull()) {
                    refuseUnlisted(property.getKey(), "");
                }
                value.forEach(one ->
                        refuseUnlisted(property.getKey(), one.path("name").asText()));
            }
            if (RETURNING_VARIABLES.contains(criterion)
                    && !value.isNull()
                    && !value.asText().equals("false")) {
                refuseReturning(property.getKey());
            }
            if (criterion.equals("sortby")) {
                refuseSorting(
                        value.asText(), node.path("parameters").path("variable").asText());
            }
        }
        node.forEach(QueriesWithinBounds::checkCriteria);
    }

    private static void refuseUnlisted(String criterion, String variable) {
        if (!LISTED.contains(variable)) {
            throw new InputRefused(
                    criterion,
                    criterion + ": tasks can be found only by what the lists show, which is "
                            + String.join(", ", LISTED) + ".");
        }
    }

    private static void refuseReturning(String name) {
        throw new InputRefused(name, name + ": variables are not returned. Ask for the form of the task.");
    }

    private static void refuseSorting(String by, String variable) {
        if (by.toLowerCase(Locale.ROOT).contains("variable") && !LISTED.contains(variable)) {
            throw new InputRefused(
                    "sorting",
                    "sorting: tasks can be sorted only by what the lists show, which is " + String.join(", ", LISTED)
                            + ".");
        }
    }
}
