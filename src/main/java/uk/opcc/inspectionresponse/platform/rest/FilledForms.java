package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.opcc.inspectionresponse.platform.forms.DeployedForms;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/** Gives whoever asks for a form the form with each of its repeated fields, and with the choices of decision tables. */
class FilledForms extends OncePerRequestFilter {

    private static final Pattern OF_TASK = Pattern.compile("task/([^/]+)/deployed-form");
    private static final Pattern OF_START =
            Pattern.compile("process-definition/(?:key/([^/]+)(?:/tenant-id/[^/]+)?|([^/]+))/deployed-start-form");

    private final DeployedForms forms;

    FilledForms(DeployedForms forms) {
        this.forms = forms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = EngineRequest.pathOf(request).orElse("");
        Matcher task = OF_TASK.matcher(path);
        Matcher start = OF_START.matcher(path);
        if (!EngineRequest.isReading(request) || !task.matches() && !start.matches()) {
            chain.doFilter(request, response);
            return;
        }
        BufferedResponse held = new BufferedResponse(response);
        chain.doFilter(request, held);
        if (held.getStatus() == HttpServletResponse.SC_OK && held.getContentSize() > 0) {
            byte[] deployed = held.getContentAsByteArray();
            Optional<byte[]> filled = task.matches()
                    ? forms.filledForTask(task.group(1), deployed)
                    : forms.filledForStart(start.group(1), start.group(2), deployed);
            if (filled.isPresent()) {
                held.resetBuffer();
                held.getOutputStream().write(filled.get());
            }
        }
        held.release();
    }
}
