package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;

/**
 * A request with a form of a stranger that has come in as a whole. Until then no thread waited for it, however slowly
 * it came; the request then goes on as if it had only just arrived.
 */
final class ReceivedForm extends HttpServletRequestWrapper {

    static final int MOST_BYTES = 64 * 1024;
    static final String TOO_LARGE = "The form is too large: it must have at most 64 KB.";

    private static final int MOST_BYTES_OF_STRANGERS = 8 * 1024;
    private static final long LONGEST_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final String FORM = ReceivedForm.class.getName();

    private final Map<String, String[]> fields;

    private ReceivedForm(HttpServletRequest request, Map<String, String[]> fields) {
        super(request);
        this.fields = fields;
    }

    /** The request with the form that was received for it; the request itself if there is none. */
    static HttpServletRequest of(HttpServletRequest request) {
        @SuppressWarnings("unchecked")
        Map<String, String[]> fields = (Map<String, String[]>) request.getAttribute(FORM);
        return fields == null ? request : new ReceivedForm(request, fields);
    }

    /** Whether the form of this request has come in as a whole. */
    static boolean isReceived(HttpServletRequest request) {
        return request.getAttribute(FORM) != null;
    }

    /** Whether the body is what a browser sends of a form without files. */
    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Takes the form in and then has the request answered, or refuses what is no small form. */
    static void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isForm(request)) {
            UnreadRequest.refuse(
                    request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Sign in on the page for it.");
        } else if (request.getContentLengthLong() < 0) {
            UnreadRequest.refuse(
                    request,
                    response,
                    HttpServletResponse.SC_LENGTH_REQUIRED,
                    "Say how long the request is: Content-Length.");
        } else if (request.getContentLengthLong() > MOST_BYTES_OF_STRANGERS) {
            UnreadRequest.refuse(
                    request,
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "The form is too large: it must have at most 8 KB.");
        } else if (request.getHeader("Expect") != null) {
            UnreadRequest.refuse(
                    request,
                    response,
                    HttpServletResponse.SC_EXPECTATION_FAILED,
                    "Send the form at once, without an Expect header.");
        } else {
            AsyncContext answer = request.startAsync(request, response);
            answer.setTimeout(LONGEST_MILLIS);
            Reception reception = new Reception(answer, request.getInputStream());
            answer.addListener(reception);
            request.getInputStream().setReadListener(reception);
        }
    }

    /** For all that comes after, it is a request and no continuation of one. */
    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values.clone();
    }

    /**
     * The fields by name; the first of each name, as this form has none twice.
     *
     * @throws IllegalArgumentException if it is not encoded as a form is
     */
    private static Map<String, String[]> fields(String form) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        for (String field : form.split("&")) {
            int end = field.indexOf('=');
            if (end > 0) {
                fields.putIfAbsent(decoded(field.substring(0, end)), new String[] {decoded(field.substring(end + 1))});
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Collects the form while it comes in. */
    private static final class Reception implements ReadListener, AsyncListener {

        private final AsyncContext answer;
        private final ServletInputStream body;
        private final ByteArrayOutputStream form = new ByteArrayOutputStream();
        private final AtomicBoolean ended = new AtomicBoolean();

        Reception(AsyncContext answer, ServletInputStream body) {
            this.answer = answer;
            this.body = body;
        }

        @Override
        public void onDataAvailable() throws IOException {
            byte[] buffer = new byte[MOST_BYTES_OF_STRANGERS];
            while (body.isReady()) {
                int count = body.read(buffer);
                if (count < 0) {
                    return;
                }
                form.write(buffer, 0, count);
            }
        }

        @Override
        public void onAllDataRead() throws IOException {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            try {
                answer.getRequest().setAttribute(FORM, fields(form.toString(StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                send(HttpServletResponse.SC_BAD_REQUEST, "The form is not encoded as forms are.");
                return;
            }
            answer.dispatch();
        }

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            if (ended.compareAndSet(false, true)) {
                send(HttpServletResponse.SC_REQUEST_TIMEOUT, "The form did not come in time. Try again.");
            }
        }

        /** The connection broke. */
        @Override
        public void onError(Throwable reason) {
            end();
        }

        @Override
        public void onError(AsyncEvent event) {
            end();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // It is answered.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Only what comes later begins anew.
        }

        private void end() {
            if (ended.compareAndSet(false, true)) {
                ((HttpServletResponse) answer.getResponse()).setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
                answer.complete();
            }
        }

        private void send(int status, String message) throws IOException {
            try {
                UnreadRequest.refuse(
                        (HttpServletRequest) answer.getRequest(),
                        (HttpServletResponse) answer.getResponse(),
                        status,
                        message);
            } finally {
                answer.complete();
            }
        }
    }
}
