package uk.opcc.inspectionresponse.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every redirect name a path of this application alone. The address in a request is whatever a stranger has written
 * there, also in a request from before the sign-in; a browser that follows a path knows the right one.
 *
 * <p>Only one page leads to another site: the one that hands over to the provider of OpenID Connect.
 */
class RelativeRedirects extends OncePerRequestFilter {

    private static final String LOCATION = "Location";
    private static final String TO_THE_PROVIDER = "/oauth2/authorization/";

    /** A browser takes a backslash for a slash, and two slashes for the beginning of an address. */
    private static final Pattern ADDRESS = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2,}[^/?#\\\\]*");

    private static final Pattern SLASHES = Pattern.compile("^[/\\\\]+");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + TO_THE_PROVIDER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(path(location));
            }

            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, LOCATION.equalsIgnoreCase(name) ? path(value) : value);
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, LOCATION.equalsIgnoreCase(name) ? path(value) : value);
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
