package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.AsApplication;

/**
 * Answers a refused input with 400 and its message, a request for a task that is not open with 404, one that somebody else
 * came before with 409, and one that is too large with 413.
 *
 * <p>The engine wraps what a listener throws, and both its REST API and Tasklist's answer 500 for a wrapped exception, for
 * a task that they do not find and for a change that somebody else made at the same moment.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class RefusalFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    private static final Pattern OF_A_TASK = Pattern.compile("task/([^/]+)/[^/].*", Pattern.DOTALL);

    private static final String CHANGED_MEANWHILE = "ENGINE-03005";

    private final ObjectMapper json;
    private final TaskService tasks;
    private final AsApplication asApplication;
    private final long largestBody;

    RefusalFilter(
            ObjectMapper json,
            TaskService tasks,
            AsApplication asApplication,
            @Value("${office.largest-request:10MB}") DataSize largestBody) {
        this.json = json;
        this.tasks = tasks;
        this.asApplication = asApplication;
        this.largestBody = largestBody.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EngineRequest.isReading(request) && EngineRequest.pathOf(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largestBody) {
            refuseSize(request, response);
            return;
        }
        HttpServletRequest readable = request;
        if (isHeld(request)) {
            byte[] body = request.getInputStream().readNBytes(Math.toIntExact(largestBody + 1));
            if (body.length > largestBody) {
                refuseSize(request, response);
                return;
            }
            try {
                refuseOtherCharsets(request);
                readable = isJson(request)
                        ? RequestBody.check(
                                request, EngineRequest.pathOf(request).orElse(""), body)
                        : new HeldRequest(request, body);
            } catch (InputRefused refusal) {
                refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, refusal.getMessage(), refusal.field());
                return;
            }
        }
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(readable, held);
        if (held.getStatus() >= 400) {
            explain(readable, held);
        }
        held.copyBodyToResponse();
    }

    private void explain(HttpServletRequest request, ContentCachingResponseWrapper held) throws IOException {
        Optional<InputRefused> refusal = InputRefused.in(request);
        if (refusal.isPresent()) {
            refuse(
                    request,
                    held,
                    HttpServletResponse.SC_BAD_REQUEST,
                    refusal.get().getMessage(),
                    refusal.get().field());
        } else if (held.getStatus() >= 500 || held.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            explainFault(request, held);
        } else if (held.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                && isJson(request)
                && answered(held).path("message").asText().isEmpty()) {
            refuse(request, held, HttpServletResponse.SC_BAD_REQUEST, EngineFault.NOT_THE_PROPERTIES, "body");
        }
    }

    /** A task that was completed a moment ago is open to nobody any more, which the engine calls forbidden. */
    private void explainFault(HttpServletRequest request, ContentCachingResponseWrapper held) throws IOException {
        Matcher ofTask = ofTask(request);
        if (ofTask.matches() && isNotOpen(ofTask.group(1))) {
            refuse(
                    request,
                    held,
                    HttpServletResponse.SC_NOT_FOUND,
                    "There is no open task " + ofTask.group(1) + ": somebody may have completed it already.",
                    "task");
        } else if (changedMeanwhile(answered(held))) {
            refuse(
                    request,
                    held,
                    HttpServletResponse.SC_CONFLICT,
                    "Somebody else changed this at the same moment, and your change was not made: please look again.",
                    "task");
        } else if (held.getStatus() >= 500) {
            Optional<String> path = EngineRequest.pathOf(request);
            Optional<EngineFault> fault = path.flatMap(known -> EngineFault.in(
                    answered(held), known, HeldRequest.jsonOf(request), EngineRequest.isReading(request)));
            if (fault.isPresent()) {
                LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), answered(held));
                refuse(request, held, fault.get().status(), fault.get().message(), "request");
            }
        }
    }

    private static Matcher ofTask(HttpServletRequest request) {
        return OF_A_TASK.matcher(EngineRequest.pathOf(request).orElse(""));
    }

    /** Also where the engine wraps it: when a form is submitted at the moment of the escalation, for example. */
    private static boolean changedMeanwhile(JsonNode fault) {
        return fault.path("type").asText().equals("OptimisticLockingException")
                || fault.path("message").asText().contains(CHANGED_MEANWHILE);
    }

    private boolean isNotOpen(String task) {
        return !task.equals("report")
                && asApplication.ask(() -> tasks.createTaskQuery().taskId(task).count()) == 0;
    }

    private JsonNode answered(ContentCachingResponseWrapper held) {
        try {
            return json.readTree(held.getContentAsByteArray());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** A form that is not of several parts is read by the server as parameters, and has a limit of its own. */
    private static boolean isHeld(HttpServletRequest request) {
        return isJson(request)
                || request.getContentType() != null
                        && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** The engine takes a body for Json that says nothing of what it is. */
    private static boolean isJson(HttpServletRequest request) {
        return !EngineRequest.isReading(request)
                && (request.getContentType() == null
                        ? EngineRequest.pathOf(request).isPresent()
                        : request.getContentType().toLowerCase(Locale.ROOT).contains("json"));
    }

    /** Json is in UTF-8: in another charset the same bytes would say one thing here and another to the engine. */
    private static void refuseOtherCharsets(HttpServletRequest request) {
        String charset = request.getCharacterEncoding();
        if (isJson(request) && charset != null && !charset.equalsIgnoreCase("UTF-8")) {
            throw new InputRefused("body", "The body of the request must be Json in UTF-8, please.");
        }
    }

    private void refuseSize(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // What was not read would be taken for the next request.
        response.setHeader("Connection", "close");
        refuse(
                request,
                response,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "The request is too large: it must have at most "
                        + DataSize.ofBytes(largestBody).toMegabytes() + " MB.",
                "body");
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String message, String field)
            throws IOException {
        LOG.info("Refused: {} {}: {}", request.getMethod(), request.getRequestURI(), message);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "InvalidRequestException");
        body.put("message", message);
        body.put("field", field);
        json.writeValue(response.getWriter(), body);
        response.getWriter().flush();
    }
}
