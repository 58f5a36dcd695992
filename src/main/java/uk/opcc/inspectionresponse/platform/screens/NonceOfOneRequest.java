package uk.opcc.inspectionresponse.platform.screens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the web applications the nonce of its own content security policy.
 *
 * <p>The engine's web applications hand the nonce from the policy to the page through the servlet context, which all
 * requests share: where two people open a page at one moment, one of them gets the other's nonce, the browser blocks
 * every script, and the page stays empty. Here the attribute belongs to the request.
 */
public class NonceOfOneRequest extends OncePerRequestFilter {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletContext context = context(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return context;
                    }
                },
                response);
    }

    private static ServletContext context(HttpServletRequest request) {
        ServletContext shared = request.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(
                NonceOfOneRequest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && NONCE.equals(arguments[0])) {
                        switch (method.getName()) {
                            case "setAttribute" -> {
                                request.setAttribute(NONCE, arguments[1]);
                                return null;
                            }
                            case "getAttribute" -> {
                                return request.getAttribute(NONCE);
                            }
                            default -> {
                                // everything else is the shared context's
                            }
                        }
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
