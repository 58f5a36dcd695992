package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.forms.DeployedForms;
import uk.opcc.inspectionresponse.platform.forms.Form;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/**
 * Shows of an inspection to whoever does a task what the task's form shows, and no more: the Chief Constable's office
 * is not to read the draft of the PCC's response, and the engine would give all variables to whoever may read one.
 *
 * <p>Managers, who may read everything, and administrators are given what they ask for.
 */
class ShownVariables extends OncePerRequestFilter {

    private static final Pattern VARIABLES =
            Pattern.compile("task/([^/]+)/(form-variables|variables)(?:/([^/]+)(?:/data)?)?");
    private static final String NAMES = "variableNames";

    /** No variable has this name; without any name the engine would give all. */
    private static final String NONE = "-";

    private final DeployedForms forms;
    private final WhoseTasks tasks;
    private final People people;

    ShownVariables(DeployedForms forms, WhoseTasks tasks, People people) {
        this.forms = forms;
        this.tasks = tasks;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher task = VARIABLES.matcher(EngineRequest.pathOf(request).orElse(""));
        if (!EngineRequest.isReading(request) || !task.matches() || people.seesAll(request.getRemoteUser())) {
            chain.doFilter(request, response);
            return;
        }
        if (!tasks.has(task.group(1))) {
            throw tasks.notOpen(task.group(1), request.getRemoteUser());
        }
        Set<String> shown = forms.ofTask(task.group(1)).map(Form::shown).orElse(Set.of());
        if (task.group(2).equals("form-variables")) {
            chain.doFilter(new OnlyTheseNames(request, shown), response);
        } else if (task.group(3) != null && shown.contains(task.group(3))) {
            chain.doFilter(request, response);
        } else {
            throw new RequestRefused(Problem.ofRights("You may see what the form of the task shows: ask for that."));
        }
    }

    /** The same request for the names that are shown, or for those of them that it asked for. */
    private static final class OnlyTheseNames extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        OnlyTheseNames(HttpServletRequest request, Set<String> shown) {
            super(request);
            Set<String> names = new TreeSet<>(shown);
            String asked = request.getParameter(NAMES);
            if (asked != null) {
                names.retainAll(Arrays.asList(asked.split(",")));
            }
            parameters = new LinkedHashMap<>(request.getParameterMap());
            parameters.put(NAMES, new String[] {names.isEmpty() ? NONE : String.join(",", names)});
        }

        @Override
        public String getQueryString() {
            StringBuilder query = new StringBuilder();
            parameters.forEach((name, values) -> {
                for (String value : values) {
                    query.append(query.isEmpty() ? "" : "&")
                            .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            });
            return query.toString();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String[] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
