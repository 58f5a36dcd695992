package uk.opcc.inspectionresponse.messages.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/**
 * Reads addresses as people type them, and as mail programs copy them: {@code Smith, Jane <jane@office.example>; ...},
 * with names in quotes or not, {@code mailto:}, comments in parentheses, and invisible characters.
 *
 * <p>Nothing is left out in silence: what is neither an address nor the name before one is refused.
 */
final class TypedAddresses {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\uFFFD\\uFFFE]");
    private static final Pattern SPACES = Pattern.compile("[\\h\\f\\x0b]+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern LABEL = Pattern.compile("^(?:to|cc)\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILTO = Pattern.compile("^mailto:", Pattern.CASE_INSENSITIVE);

    /** A first name or a surname, of one word or several. Of one word with a dot in it the @ may be missing. */
    private static final Pattern NAME = Pattern.compile("[^@<>\\[\\]]*");

    private static final Pattern MAY_BE_AN_ADDRESS = Pattern.compile("\\S+\\.\\S+");

    private final Map<String, MailAddress> found = new LinkedHashMap<>();

    /** The name that is read so far, of an entry whose address has not come. */
    private final List<String> name = new ArrayList<>();

    private TypedAddresses() {}

    /** @throws IllegalArgumentException if something is neither an address nor a name; the message says so to people */
    static List<MailAddress> read(String typed) {
        TypedAddresses addresses = new TypedAddresses();
        String text = INVISIBLE.matcher(typed).replaceAll("");
        text = LINE_END.matcher(text).replaceAll("\n");
        text = SPACES.matcher(text).replaceAll(" ").replace('\u201c', '"').replace('\u201d', '"');
        addresses.split(text);
        return List.copyOf(addresses.found.values());
    }

    /** At separators that stand neither in quotes nor in brackets of any kind. */
    private void split(String text) {
        StringBuilder part = new StringBuilder();
        char closedBy = 0;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (closedBy != 0) {
                boolean closes = one == closedBy;
                if (closes && (one == '>' || one == ']')) {
                    take(part.append(one).toString(), one);
                    part.setLength(0);
                    closedBy = 0;
                    continue;
                }
                closedBy = closes ? 0 : closedBy;
            } else if (one == '"') {
                closedBy = '"';
            } else if (one == '<') {
                closedBy = '>';
            } else if (one == '(') {
                closedBy = ')';
            } else if (one == '[') {
                closedBy = ']';
            } else if (one == ',' || one == ';' || one == '\n') {
                take(part.toString(), one);
                part.setLength(0);
                continue;
            }
            part.append(one);
        }
        take(part.toString(), ';');
    }

    private void take(String typed, char separator) {
        String part =
                LABEL.matcher(COMMENT.matcher(typed).replaceAll(" ").strip()).replaceFirst("");
        if (part.indexOf('@') >= 0) {
            entry(part);
            return;
        }
        if (!part.isEmpty()) {
            name.add(part);
        }
        if (separator == ';') {
            refuseNameWithoutAddress();
        }
    }

    private void entry(String part) {
        int opens = Math.max(part.lastIndexOf('<'), part.lastIndexOf('['));
        if (opens < 0) {
            refuseNameWithoutAddress();
            for (String address : part.split("\\s+")) {
                add(address);
            }
            return;
        }
        String before = part.substring(0, opens).strip();
        String address = bare(part.substring(opens + 1).replaceAll("[\\s>\\]]+", ""));
        name.forEach(TypedAddresses::refuseUnlessName);
        name.clear();
        if (!isQuoted(before)
                && !bare(before).equalsIgnoreCase(address)
                && !NAME.matcher(before).matches()) {
            throw noAddress(before);
        }
        add(address);
    }

    private void add(String typed) {
        MailAddress address = new MailAddress(bare(typed));
        found.putIfAbsent(address.value().toLowerCase(Locale.ROOT), address);
    }

    /** Without what mail programs put around it. */
    private static String bare(String typed) {
        String address = MAILTO.matcher(typed.strip()).replaceFirst("");
        int query = address.indexOf('?');
        if (query > 0 && address.length() < typed.strip().length()) {
            address = address.substring(0, query);
        }
        if (address.length() > 1
                && "'\"\u2018\u2019".indexOf(address.charAt(0)) >= 0
                && "'\"\u2019".indexOf(address.charAt(address.length() - 1)) >= 0) {
            address = address.substring(1, address.length() - 1);
        }
        return address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
    }

    private void refuseNameWithoutAddress() {
        if (!name.isEmpty()) {
            throw noAddress(name.get(0));
        }
    }

    private static void refuseUnlessName(String text) {
        if (!isQuoted(text)
                && (!NAME.matcher(text).matches()
                        || MAY_BE_AN_ADDRESS.matcher(text).matches())) {
            throw noAddress(text);
        }
    }

    private static boolean isQuoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }

    private static IllegalArgumentException noAddress(String text) {
        return new IllegalArgumentException(
                "'" + Shortened.to(60, text) + "' is not an email address: write it like somebody@office.example.");
    }
}
