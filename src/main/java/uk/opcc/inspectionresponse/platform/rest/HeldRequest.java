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
import org.springframework.web.util.WebUtils;

/** A request whose body was read and parsed already, and can be read again. */
public final class HeldRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final JsonNode json;

    /** Holds a body that is not Json. */
    HeldRequest(HttpServletRequest request, byte[] body) {
        this(request, body, MissingNode.getInstance());
    }

    /** Holds a body that is Json. */
    HeldRequest(HttpServletRequest request, byte[] body, JsonNode json) {
        super(request);
        this.body = body;
        this.json = json;
    }

    /** What a request says in Json: a missing node where its body was not Json, or was not held. */
    public static JsonNode jsonOf(HttpServletRequest request) {
        HeldRequest held = WebUtils.getNativeRequest(request, HeldRequest.class);
        return held == null ? MissingNode.getInstance() : held.json;
    }

    /** How many bytes the body has that is held, 0 where none is. */
    public static int lengthOf(HttpServletRequest request) {
        HeldRequest held = WebUtils.getNativeRequest(request, HeldRequest.class);
        return held == null ? 0 : held.body.length;
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
