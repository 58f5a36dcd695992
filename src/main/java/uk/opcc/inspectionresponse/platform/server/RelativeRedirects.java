package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every redirect name a path of this application alone. The address in a request is whatever a stranger has
 * written there, also in a request from before the sign-in; a browser that follows a path knows the right one.
 */
public class RelativeRedirects extends OncePerRequestFilter {

    private static final String LOCATION = "Location";
    private static final String ELSEWHERE = RelativeRedirects.class.getName() + ".ELSEWHERE";

    /** A browser takes a backslash for a slash, and two slashes for the beginning of an address. */
    private static final Pattern ADDRESS = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2,}[^/?#\\\\]*");

    private static final Pattern SLASHES = Pattern.compile("^[/\\\\]+");

    /** Lets this one request lead to another site: to the provider of OpenID Connect. */
    public static void leadElsewhere(HttpServletRequest request) {
        request.setAttribute(ELSEWHERE, Boolean.TRUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            /** Not the server's own, which makes an address of a path for a client of HTTP/1.0, as many a proxy is. */
            @Override
            public void sendRedirect(String location) {
                resetBuffer();
                setStatus(SC_FOUND);
                setHeader(LOCATION, location);
            }

            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, LOCATION.equalsIgnoreCase(name) ? led(value) : value);
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, LOCATION.equalsIgnoreCase(name) ? led(value) : value);
            }

            private String led(String location) {
                return request.getAttribute(ELSEWHERE) == null ? path(location) : location;
            }
        });
    }

    /** What is left of an address without the site. */
    static String path(String location) {
        if (location == null) {
            return null;
        }
        String path = ADDRESS.matcher(location).replaceFirst("");
        return path.equals(location) ? location : "/" + SLASHES.matcher(path).replaceFirst("");
    }
}
