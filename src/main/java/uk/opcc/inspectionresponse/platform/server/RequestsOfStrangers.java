package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else, and lets nobody keep the server waiting who is not known.
 *
 * <p>Of a stranger a body is taken for the sign-in alone, where it is small and no thread waits for it; anywhere else
 * the request is refused before a byte of the body is read. The REST API is left alone: it looks at the name and the
 * password in the headers before it reads on. Strangers, and the bodies of people who are known, each leave some of the
 * server's threads to the others.
 */
public class RequestsOfStrangers extends OncePerRequestFilter {

    private static final String REGISTER = "/responses";

    private final String restApi;
    private final String errorPage;
    private final Semaphore strangers;
    private final Semaphore bodies;
    private final int few;

    /**
     * @param restApi the path of the REST API
     * @param errorPage the path of the page that tells of an error, which is a fault where there is none to tell of
     * @param threads how many requests the server answers at a time
     */
    public RequestsOfStrangers(String restApi, String errorPage, int threads) {
        this.restApi = restApi;
        this.errorPage = errorPage;
        this.strangers = new Semaphore(mostOf(threads));
        this.bodies = new Semaphore(mostOf(threads));
        this.few = mostOf(threads) * 2 / 3;
    }

    private static int mostOf(int threads) {
        return Math.max(1, threads * 3 / 4);
    }

    /** A form that has come in is handed on here. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hasBody = UnreadRequest.hasBody(request);
        if (ReceivedForm.isReceived(request)) {
            chain.doFilter(request, response);
        } else if (isAt(REGISTER, request) && !isReading(request)) {
            response.setHeader("Allow", "GET, HEAD");
            UnreadRequest.refuse(
                    request,
                    response,
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "The public register can only be read.");
        } else if (ReceivedForm.isForm(request) && request.getContentLengthLong() > ReceivedForm.MOST_BYTES) {
            UnreadRequest.refuse(
                    request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, ReceivedForm.TOO_LARGE);
        } else if (isKnown(request) && isAt(errorPage, request)) {
            UnreadRequest.refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "There is no such page.");
        } else if (isKnown(request)) {
            answer(hasBody ? bodies : null, request, response, chain);
        } else if (isAt(restApi, request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            answer(hasBody ? bodies : null, request, response, chain);
        } else if (!hasBody || isAt(restApi, request)) {
            if (strangers.availablePermits() < few) {
                // Who sends one request after the other and reads no answer would keep a thread when the line is full.
                response.setHeader(HttpHeaders.CONNECTION, "close");
            }
            answer(strangers, request, response, chain);
        } else if (isReading(request)) {
            UnreadRequest.refuse(
                    request, response, HttpServletResponse.SC_BAD_REQUEST, "Send this request without a body.");
        } else {
            UnreadRequest.refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in.");
        }
    }

    private static void answer(
            Semaphore limit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limit == null) {
            chain.doFilter(request, response);
        } else if (limit.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                limit.release();
            }
        } else {
            response.setHeader("Retry-After", "5");
            UnreadRequest.refuse(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "Too many requests at a time: try again in a moment.");
        }
    }

    /** Whether the person has signed in; a session alone may be that of the sign-in page. */
    private static boolean isKnown(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        try {
            return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            instanceof SecurityContext context
                    && isSignedIn(context.getAuthentication());
        } catch (IllegalStateException e) {
            // It was ended at this moment.
            return false;
        }
    }

    private static boolean isSignedIn(Authentication authentication) {
        return authentication != null && authentication.isAuthenticated();
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** As it was sent: an address that says the same in another way is refused later. */
    private static boolean isAt(String path, HttpServletRequest request) {
        String whole = request.getContextPath() + path;
        return request.getRequestURI().equals(whole) || request.getRequestURI().startsWith(whole + "/");
    }
}
