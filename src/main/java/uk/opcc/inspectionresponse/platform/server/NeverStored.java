package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no browser and no proxy keep what the engine's interfaces answer, be it data or a refusal. The engine itself
 * asks only that an answer is not used again without a question, which leaves it on the disk.
 */
public class NeverStored extends OncePerRequestFilter {

    private static final Set<String> CACHING = Set.of("cache-control", "pragma", "expires");

    private final List<String> paths;

    /** For what stands at these paths and below them. */
    public NeverStored(String... paths) {
        this.paths = List.of(paths);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return paths.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                if (!isOfCaching(name)) {
                    super.setHeader(name, value);
                }
            }

            @Override
            public void addHeader(String name, String value) {
                if (!isOfCaching(name)) {
                    super.addHeader(name, value);
                }
            }

            @Override
            public void setDateHeader(String name, long date) {
                if (!isOfCaching(name)) {
                    super.setDateHeader(name, date);
                }
            }

            @Override
            public void addDateHeader(String name, long date) {
                if (!isOfCaching(name)) {
                    super.addDateHeader(name, date);
                }
            }

            @Override
            public void reset() {
                super.reset();
                super.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        });
    }

    private static boolean isOfCaching(String name) {
        return CACHING.contains(name.toLowerCase(Locale.ROOT));
    }
}
