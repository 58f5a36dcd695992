package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/** Leaves a task with whoever has claimed it, and lets everybody claim for nobody but themselves. */
class TasksOfOthers extends OncePerRequestFilter {

    private static final String RESOLVE = "resolve";

    private final WhoseTasks tasks;
    private final People people;

    TasksOfOthers(WhoseTasks tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EngineRequest.isReading(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EngineRequest.pathOf(request)
                .flatMap(TaskRequest::at)
                .ifPresent(task -> check(task, BufferedRequest.jsonOf(request), request.getRemoteUser()));
        chain.doFilter(request, response);
    }

    private void check(TaskRequest request, JsonNode body, String signedIn) {
        String task = request.task();
        // Of a task that is to be completed it is asked with its form.
        if ((!request.endsTask() || request.what().equals(RESOLVE)) && !tasks.has(task)) {
            throw tasks.notOpen(task, signedIn);
        }
        switch (request.what()) {
            case "claim" -> checkClaim(body, task, signedIn);
            case "assignee", "delegate" -> checkGiving(body);
            case "unclaim" -> checkUnclaim(task, signedIn);
            case RESOLVE -> checkResolve(task, signedIn);
            default -> {
                // All else is decided elsewhere.
            }
        }
    }

    /** Claiming is for oneself, and a task that a colleague has claimed is the colleague's. */
    private void checkClaim(JsonNode body, String task, String signedIn) {
        String user = body.path("userId").asText("");
        if (!user.equals(signedIn)) {
            throw new InputRefused("userId", "A task is claimed for oneself: send your own user name as userId.");
        }
        refuseWhatIsClaimed(task, signedIn);
    }

    /** Without a name the engine would take the task from whoever has it. */
    private static void checkGiving(JsonNode body) {
        if (body.size() != 1 || !body.has("userId")) {
            throw new InputRefused(
                    "userId", "To whom the task is given: send the user name of a colleague, or null for nobody.");
        }
    }

    /** Managers take a task back from somebody who is away. */
    private void checkUnclaim(String task, String signedIn) {
        if (!people.seesAll(signedIn)) {
            refuseWhatIsClaimed(task, signedIn);
        }
    }

    /** To resolve a task gives it back to whoever delegated it, and takes it from whoever has it. */
    private void checkResolve(String task, String signedIn) {
        refuseWhatIsClaimed(task, signedIn);
        if (tasks.assigneeOf(task).isEmpty()) {
            throw new InputRefused("task", "This task is with nobody: claim it first.");
        }
    }

    /** Who does not see the task is refused by the engine, and not told who has it. */
    private void refuseWhatIsClaimed(String task, String signedIn) {
        tasks.assigneeOf(task)
                .filter(assignee -> !assignee.equals(signedIn))
                .filter(assignee -> people.seesAll(signedIn)
                        || tasks.candidateGroupsOf(task).stream().anyMatch(group -> people.isInGroup(signedIn, group)))
                .ifPresent(assignee -> {
                    throw new InputRefused("assignee", people.claimedBy(assignee));
                });
    }
}
