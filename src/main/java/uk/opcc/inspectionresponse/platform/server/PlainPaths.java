package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address that says in a second way what it means, before anything else reads it: a filter that takes it for
 * one page must not let it through to another. So every rule that comes after it sees the one form that an address has.
 *
 * <p>Spring Security refuses some of the same, but only after Spring has tried to read the address, which fails with
 * 500.
 */
public class PlainPaths extends OncePerRequestFilter {

    private static final Pattern TWICE = Pattern.compile(
            // Empty and dotted segments, and what other servers take for the end of one.
            "//|/\\.{1,2}(/|$)|[;\\\\]|%(2f|5c|25|3b)"
                    // What needs no percent sign: RFC 3986, 2.3.
                    + "|%(2d|2e|3[0-9]|4[1-9a-f]|5[0-9a]|5f|6[1-9a-f]|7[0-9a]|7e)",
            Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI();
        boolean twice = TWICE.matcher(address).find();
        if (twice || !isReadable(address)) {
            response.setStatus(twice ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_NOT_FOUND);
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getWriter().write("There is no such address here: follow a link, or correct the address.");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether it is, decoded, a text that can be seen: no control character, none that only looks like a space. */
    private static boolean isReadable(String address) {
        byte[] bytes = new byte[address.length()];
        int length = 0;
        for (int i = 0; i < address.length(); i++) {
            char character = address.charAt(i);
            if (character > '~') {
                return false;
            }
            if (character == '%') {
                if (i + 2 >= address.length()
                        || !HexFormat.isHexDigit(address.charAt(i + 1))
                        || !HexFormat.isHexDigit(address.charAt(i + 2))) {
                    return false;
                }
                bytes[length++] = (byte) HexFormat.fromHexDigits(address, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) character;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .codePoints()
                    .allMatch(PlainPaths::isSeen);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            // A template of an address, which the engine would try to fill in.
            default -> character != '{' && character != '}';
        };
    }
}
