package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RefusalOfRequest;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;
import uk.opcc.inspectionresponse.platform.server.RefuseWithoutDatabase;

/**
 * Answers what the filters behind it and the engine's guards refuse, a request for a task that is not open with 404,
 * one that somebody else came before with 409, and one during which the database stopped to answer with 503.
 *
 * <p>The engine wraps what a listener throws, and both its REST API and Tasklist's answer 500 for a wrapped exception,
 * for a task that they do not find and for a change that somebody else made at the same moment.
 */
class AnswerRefusals extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerRefusals.class);
    private static final Pattern OF_TWO_AT_ONCE =
            Pattern.compile("ENGINE-03005|deadlock|timeout trying to lock", Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json;
    private final WhoseTasks tasks;
    private final DatabaseWatch database;

    AnswerRefusals(ObjectMapper json, WhoseTasks tasks, DatabaseWatch database) {
        this.json = json;
        this.tasks = tasks;
        this.database = database;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EngineRequest.isReading(request)
                && EngineRequest.pathOf(request).isEmpty()
                && EngineRequest.pathOfScreens(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedResponse held = new BufferedResponse(response);
        try {
            chain.doFilter(request, held);
            if (held.getStatus() >= 400) {
                explain(request, held);
            }
        } catch (InputRefused refused) {
            answer(problem(refused, request), request, held);
        } catch (RequestRefused refused) {
            answer(refused.problem(), request, held);
        }
        held.release();
    }

    private void explain(HttpServletRequest request, BufferedResponse held) throws IOException {
        if (held.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            Optional<Problem> withoutDatabase = RefuseWithoutDatabase.interrupted(database);
            if (withoutDatabase.isPresent()) {
                RefuseWithoutDatabase.sayWhen(held);
                answer(withoutDatabase.get(), request, held);
                return;
            }
        }
        JsonNode said = answered(held);
        Optional<Problem> problem = ofTask(request, held.getStatus())
                .or(() -> RefusalOfRequest.of(request).map(refused -> problem(refused, request)))
                .or(() -> ofEngine(request, said, held.getStatus()));
        if (problem.isPresent()) {
            answer(problem.get(), request, held);
        } else if (said instanceof ObjectNode object && object.has("message")) {
            held.resetBuffer();
            Problem.answer(request, held, object);
        }
    }

    /** A person knows a field by its label, and another application by its key. */
    private static Problem problem(InputRefused refused, HttpServletRequest request) {
        Problem problem = refused.problem();
        return EngineRequest.isOfClient(request) ? problem.withTheKeyOfItsField() : problem;
    }

    /**
     * Who comes second is told who was first: a task that was completed a moment ago is open to nobody any more, which
     * the engine calls forbidden or a fault, or finds something in what was sent that does not fit any longer.
     */
    private Optional<Problem> ofTask(HttpServletRequest request, int status) {
        return EngineRequest.pathOf(request)
                .flatMap(TaskRequest::at)
                .filter(asked -> status >= 500 || status == HttpServletResponse.SC_FORBIDDEN || asked.endsTask())
                .filter(asked -> !asked.task().equals("report"))
                .flatMap(asked -> tasks.has(asked.task())
                        ? claimedMeanwhile(asked, request.getRemoteUser(), status)
                        : Optional.of(tasks.notOpen(asked.task(), request.getRemoteUser())
                                .problem()));
    }

    private Optional<Problem> claimedMeanwhile(TaskRequest asked, String asker, int status) {
        return status >= 500 && asked.what().equals("claim")
                ? tasks.claimedByAnother(asked.task(), asker)
                : Optional.empty();
    }

    private static Optional<Problem> ofEngine(HttpServletRequest request, JsonNode said, int status) {
        if (status >= 500 || status == HttpServletResponse.SC_FORBIDDEN) {
            if (changedMeanwhile(said)) {
                LOG.info("{} {}: {}", request.getMethod(), request.getRequestURI(), said);
                return Optional.of(Problem.ofInput(
                        HttpServletResponse.SC_CONFLICT,
                        "Somebody else changed this at the same moment, and your change was not made: check it and try again.",
                        "task"));
            }
            Optional<Problem> fault = EngineRequest.pathOf(request)
                    .flatMap(path -> EngineFault.in(
                            said, path, BufferedRequest.jsonOf(request), EngineRequest.isReading(request)))
                    .map(EngineFault::problem);
            fault.ifPresent(problem -> LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), said));
            return fault;
        }
        return status == HttpServletResponse.SC_BAD_REQUEST
                        && ReadBody.isJson(request)
                        && said.path("message").asText().isEmpty()
                ? Optional.of(Problem.ofInput(status, EngineFault.NOT_THE_PROPERTIES, "body"))
                : Optional.empty();
    }

    /**
     * Also where the engine wraps it: when a form is submitted at the moment of the escalation, for example; and where
     * the database has let one of two go on that would wait for each other.
     */
    private static boolean changedMeanwhile(JsonNode fault) {
        return fault.path("type").asText().equals("OptimisticLockingException")
                || OF_TWO_AT_ONCE.matcher(fault.path("message").asText()).find();
    }

    private JsonNode answered(ContentCachingResponseWrapper held) {
        try {
            return json.readTree(held.getContentAsByteArray());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.atLevel(problem.status() == HttpServletResponse.SC_FORBIDDEN ? Level.WARN : Level.INFO)
                .log(
                        "Refused: {} {} of {}: {}",
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getRemoteUser(),
                        problem.message());
        response.resetBuffer();
        problem.answer(request, response);
    }
}
