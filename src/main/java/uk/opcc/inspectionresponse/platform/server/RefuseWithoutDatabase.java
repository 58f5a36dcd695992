package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;
import uk.opcc.inspectionresponse.platform.database.Trouble;
import uk.opcc.inspectionresponse.platform.refusal.Problem;

/**
 * Answers at once, with 503, while the database does not answer or has no room: before anybody asks for the session,
 * which is in the database. A browser gets a page that needs nothing else, and everybody else the problem in Json.
 *
 * <p>What is under way at the moment when it happens is answered so too, as far as nothing of the answer has been sent.
 */
public class RefuseWithoutDatabase implements Filter {

    /** Seconds. */
    private static final String A_WHILE = "10";

    private static final String NOTHING_DONE = " What you asked for was not done. Try again in a few minutes.";
    private static final String IN_DOUBT =
            " What you sent may not have been saved. Check it in a few minutes, before you" + " send it again.";

    private final DatabaseWatch database;
    private final UnavailablePage page;
    private final String health;

    /**
     * @param office the name of the office, for the page
     * @param health the path of the health check, which says the same itself
     */
    public RefuseWithoutDatabase(DatabaseWatch database, String office, String health) {
        this.database = database;
        this.page = new UnavailablePage(office);
        this.health = health;
    }

    @Override
    public void doFilter(ServletRequest given, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) given;
        HttpServletResponse response = (HttpServletResponse) answer;
        Optional<Trouble> trouble = database.trouble();
        if (trouble.isPresent() && !needsNoDatabase(request)) {
            answer(request, response, trouble.get().words() + NOTHING_DONE);
            return;
        }
        try {
            chain.doFilter(trouble.isPresent() ? ofNobody(request) : request, response);
        } catch (ServletException | RuntimeException fault) {
            Optional<Problem> problem = interrupted(database);
            if (problem.isEmpty() || response.isCommitted()) {
                throw fault;
            }
            response.reset();
            answer(request, response, problem.get().message());
        }
    }

    /**
     * What is answered where something failed because the database has just stopped to answer; empty where it goes on.
     */
    public static Optional<Problem> interrupted(DatabaseWatch database) {
        return database.troubleNow().map(trouble -> problem(trouble.words() + IN_DOUBT));
    }

    /** Says when it is worth to ask again. */
    public static void sayWhen(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, A_WHILE);
    }

    private boolean needsNoDatabase(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/pages/") || path.equals(health);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String words) throws IOException {
        sayWhen(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (wantsPage(request)) {
            page.answer(response, words);
        } else {
            problem(words).answer(request, response);
        }
    }

    private static Problem problem(String words) {
        return new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "ServiceUnavailableException", words, null);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && (accept.contains("text/html") || accept.contains("application/xhtml+xml"));
    }

    /** Without the cookies, by which somebody would look for the session. */
    private static HttpServletRequest ofNobody(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Cookie[] getCookies() {
                return new Cookie[0];
            }
        };
    }
}
