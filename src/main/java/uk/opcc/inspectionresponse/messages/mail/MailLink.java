package uk.opcc.inspectionresponse.messages.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/**
 * A link to a mailbox as RFC 6068 has it, such as {@code mailto:jane@office.example?cc=ray@office.example}.
 *
 * @param recipients all whom it names, not yet looked at
 */
record MailLink(List<String> recipients) {

    private static final String SCHEME = "mailto:";

    /** @throws IllegalArgumentException if it cannot be read or has hidden recipients; the message says so to people */
    static MailLink read(String typed) {
        String link = typed.substring(SCHEME.length());
        int query = link.indexOf('?');
        List<String> recipients = new ArrayList<>();
        if (query != 0) {
            recipients.addAll(decoded(query < 0 ? link : link.substring(0, query), typed));
        }
        for (String field :
                query < 0 ? new String[0] : link.substring(query + 1).split("&(?:amp;)?")) {
            String name = field.replaceAll("=.*", "").toLowerCase(Locale.ROOT);
            if (name.equals("to") || name.equals("cc")) {
                recipients.addAll(decoded(field.substring(Math.min(field.length(), name.length() + 1)), typed));
            } else if (name.equals("bcc")) {
                throw new IllegalArgumentException("'" + Shortened.to(60, typed)
                        + "' has a hidden recipient: write each email address, with a semicolon between them.");
            }
        }
        return new MailLink(List.copyOf(recipients));
    }

    private static List<String> decoded(String addresses, String link) {
        try {
            return List.of(URLDecoder.decode(addresses.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s*[,;]\\s*"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + Shortened.to(60, link) + "' is not an email address: write it like somebody@office.example.");
        }
    }
}
