package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body was read and parsed already, and can be read again. */
final class BufferedRequest extends HttpServletRequestWrapper {

    private static final String JSON = BufferedRequest.class.getName();

    private final byte[] body;

    private BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Holds a body that is not Json. */
    static BufferedRequest of(HttpServletRequest request, byte[] body) {
        return new BufferedRequest(request, body);
    }

    /** Holds a body that is Json. */
    static BufferedRequest of(HttpServletRequest request, byte[] body, JsonNode json) {
        request.setAttribute(JSON, json);
        return new BufferedRequest(request, body);
    }

    /** What a request says in Json: a missing node where its body was not Json, or was not read. */
    static JsonNode jsonOf(HttpServletRequest request) {
        return request.getAttribute(JSON) instanceof JsonNode json ? json : MissingNode.getInstance();
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream content = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return content.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return content.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return content.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body is there already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
