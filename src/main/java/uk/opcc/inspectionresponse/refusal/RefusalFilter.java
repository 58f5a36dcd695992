package uk.opcc.inspectionresponse.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a refused input with 400 and its message.
 *
 * <p>The engine wraps what a listener throws, and both its REST API and Tasklist's answer 500 for a wrapped exception.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class RefusalFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    private static final String REFUSAL = InputRefused.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ObjectMapper json;

    RefusalFilter(ObjectMapper json) {
        this.json = json;
    }

    static void note(InputRefused refusal) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() >= 400 && request.getAttribute(REFUSAL) instanceof InputRefused refusal) {
            LOG.info("Refused: {} {}: {}", request.getMethod(), request.getRequestURI(), refusal.getMessage());
            held.resetBuffer();
            held.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            held.setContentType(MediaType.APPLICATION_JSON_VALUE);
            held.setCharacterEncoding("UTF-8");
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("type", "InvalidRequestException");
            body.put("message", refusal.getMessage());
            body.put("field", refusal.field());
            json.writeValue(held.getWriter(), body);
            held.getWriter().flush();
        }
        held.copyBodyToResponse();
    }
}
