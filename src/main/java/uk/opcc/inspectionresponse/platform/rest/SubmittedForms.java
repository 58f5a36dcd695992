package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.forms.DeployedForms;
import uk.opcc.inspectionresponse.platform.forms.Form;
import uk.opcc.inspectionresponse.platform.forms.Submissions;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/** Lets a client send with a task or a start only what the form asks for. */
class SubmittedForms extends OncePerRequestFilter {

    private final DeployedForms forms;
    private final Submissions submissions;
    private final WhoseTasks tasks;
    private final StartedProcesses started;

    SubmittedForms(DeployedForms forms, Submissions submissions, WhoseTasks tasks, StartedProcesses started) {
        this.started = started;
        this.forms = forms;
        this.submissions = submissions;
        this.tasks = tasks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EngineRequest.isReading(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = EngineRequest.pathOf(request).orElse("");
        Optional<TaskRequest> task = TaskRequest.at(path);
        Optional<StartRequest> start = StartRequest.at(path);
        JsonNode body = BufferedRequest.jsonOf(request);
        if (task.isPresent() && task.get().endsTask()) {
            refuseOthers(body, Set.of("variables", "withVariablesInReturn"));
            Optional<Form> form = forms.ofTask(task.get().task());
            if (form.isEmpty() && !tasks.has(task.get().task())) {
                throw tasks.notOpen(task.get().task(), request.getRemoteUser());
            }
            SubmissionOfRequest.keep(submissions.check(body.path("variables"), form), request);
        } else if (start.isPresent()) {
            refuseOthers(body, Set.of("variables", "businessKey", "withVariablesInReturn"));
            if (started.byItself(start.get())) {
                throw new RequestRefused(Problem.ofRights(
                        "Nobody starts this process: the application does so itself, when it is time."));
            }
            SubmissionOfRequest.keep(
                    submissions.check(
                            body.path("variables"),
                            forms.ofStart(start.get().key(), start.get().id())),
                    request);
        } else if (path.startsWith("migration/")
                && !body.findPath("variables").isMissingNode()
                && !body.findPath("variables").isNull()) {
            throw new InputRefused("variables", "A migration sets no variables: leave them out.");
        }
        chain.doFilter(request, response);
    }

    private static void refuseOthers(JsonNode body, Set<String> known) {
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Submissions.notAskedFor(name);
            }
        });
        if (body.path("withVariablesInReturn").asBoolean()) {
            throw new InputRefused("withVariablesInReturn", "Variables are not returned: ask for none.");
        }
    }
}
