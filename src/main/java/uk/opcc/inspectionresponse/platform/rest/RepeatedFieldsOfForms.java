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

/** Gives whoever asks for the form of a task the form with each of its repeated fields. */
class RepeatedFieldsOfForms extends OncePerRequestFilter {

    private static final Pattern FORM = Pattern.compile("task/([^/]+)/deployed-form");

    private final DeployedForms forms;

    RepeatedFieldsOfForms(DeployedForms forms) {
        this.forms = forms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher form = FORM.matcher(EngineRequest.pathOf(request).orElse(""));
        if (!EngineRequest.isReading(request) || !form.matches()) {
            chain.doFilter(request, response);
            return;
        }
        BufferedResponse held = new BufferedResponse(response);
        chain.doFilter(request, held);
        if (held.getStatus() == HttpServletResponse.SC_OK && held.getContentSize() > 0) {
            Optional<byte[]> filled = forms.withItsRepeatedFields(form.group(1), held.getContentAsByteArray());
            if (filled.isPresent()) {
                held.resetBuffer();
                held.getOutputStream().write(filled.get());
            }
        }
        held.release();
    }
}
