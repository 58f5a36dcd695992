package uk.opcc.inspectionresponse.messages.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/**
 * Reads addresses as people type them, and as mail programs copy them: {@code Smith, Jane <jane@office.example>; ...},
 * with names in quotes or not, {@code mailto:}, comments in parentheses, and invisible characters.
 *
 * <p>Nothing is left out in silence: what is neither an address nor the name before one is refused.
 */
final class TypedAddresses {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\uFFFC\\uFFFD\\uFFFE]");
    private static final Pattern SPACES = Pattern.compile("[\\h\\f\\x0b]+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]@]*)]");
    private static final Pattern LABEL = Pattern.compile("^(?:to|cc|e-?mail)\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILTO = Pattern.compile("^mailto:", Pattern.CASE_INSENSITIVE);

    /** What Word makes of the signs that an address can have, each followed by what it was. */
    private static final String MADE_OF_SIGNS = "“\"”\"„\"‟\"‘'’'ʼ'‐-‑-‒-–-−-；;，,＠@．.";

    /** A first name or a surname, of one word or several. Of one word with a dot in it the @ may be missing. */
    private static final Pattern NAME = Pattern.compile("[^@<>\\[\\]]*");

    private static final Pattern MAY_BE_AN_ADDRESS = Pattern.compile("(?!St\\.)\\S+\\.\\S+");

    /** How a surname of several words begins. */
    private static final Pattern SURNAME =
            Pattern.compile("(?i)(?:al|ap|bin|da|de|del|den|der|di|du|el|la|le|mac|mc|st\\.?|ten|ter|van|von) .*");

    private final Map<String, MailAddress> found = new LinkedHashMap<>();

    /** The name that is read so far, of an entry whose address has not come. */
    private final List<Part> name = new ArrayList<>();

    private TypedAddresses() {}

    /** @throws IllegalArgumentException if something is neither an address nor a name; the message says so to people */
    static List<MailAddress> read(String typed) {
        TypedAddresses addresses = new TypedAddresses();
        String text = INVISIBLE.matcher(typed).replaceAll("");
        text = LINE_END.matcher(text).replaceAll("\n");
        text = SPACES.matcher(text).replaceAll(" ");
        for (int sign = 0; sign < MADE_OF_SIGNS.length(); sign += 2) {
            text = text.replace(MADE_OF_SIGNS.charAt(sign), MADE_OF_SIGNS.charAt(sign + 1));
        }
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
                if (closes && (one == '>' || one == ']' && part.indexOf("@") >= 0)) {
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
        String part = LABEL.matcher(withoutComments(typed).strip()).replaceFirst("");
        if (part.indexOf('@') >= 0) {
            entry(part);
            return;
        }
        if (!part.isEmpty()) {
            name.add(new Part(part, separator));
        }
        if (separator == ';') {
            refuseNameWithoutAddress();
        }
    }

    /** An address that stands in parentheses after a name is that of the entry. */
    private static String withoutComments(String typed) {
        String without = COMMENT.matcher(typed).replaceAll(" ");
        boolean hasAddress = without.indexOf('@') >= 0;
        return COMMENT.matcher(typed).replaceAll(comment -> {
            String inside = comment.group(1);
            if (inside == null || inside.indexOf('@') < 0) {
                return " ";
            }
            if (hasAddress) {
                throw new IllegalArgumentException("'" + Shortened.to(60, typed.strip())
                        + "' has more than one email address: put a semicolon between them.");
            }
            return Matcher.quoteReplacement("<" + inside + ">");
        });
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
        String address = part.substring(opens + 1).replaceAll("[\\s>\\]]+", "");
        if (!isQuoted(before)
                && !String.join(" ", addressesIn(before)).equalsIgnoreCase(String.join(" ", addressesIn(address)))
                && !NAME.matcher(before).matches()) {
            throw noAddress(before);
        }
        takeName(before);
        add(address);
    }

    /**
     * A name has two parts at most, of which a comma stands after the first: else the address of somebody is missing.
     */
    private void takeName(String before) {
        name.forEach(part -> refuseUnlessName(part.text));
        List<Part> all = new ArrayList<>(name);
        name.clear();
        if (!before.isEmpty()) {
            all.add(new Part(before, '<'));
        }
        if (all.size() < 2) {
            return;
        }
        Part first = all.get(0);
        if (all.size() > 2
                || first.endedBy != ','
                || first.isOfSeveralWords()
                        && all.get(1).isOfSeveralWords()
                        && !SURNAME.matcher(first.text).matches()) {
            throw noAddress(first.text);
        }
    }

    private void add(String typed) {
        for (String one : addressesIn(typed)) {
            MailAddress address = new MailAddress(one);
            found.putIfAbsent(address.value().toLowerCase(Locale.ROOT), address);
        }
    }

    /** Without what mail programs put around it. */
    private static List<String> addressesIn(String typed) {
        String bare = bare(typed.strip());
        return MAILTO.matcher(bare).find()
                ? MailLink.read(bare).recipients().stream()
                        .map(TypedAddresses::bare)
                        .toList()
                : List.of(bare);
    }

    private static String bare(String typed) {
        String address = typed;
        if (address.length() > 1
                && "'\"".indexOf(address.charAt(0)) >= 0
                && "'\"".indexOf(address.charAt(address.length() - 1)) >= 0) {
            address = address.substring(1, address.length() - 1);
        }
        return address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
    }

    private void refuseNameWithoutAddress() {
        if (!name.isEmpty()) {
            throw noAddress(name.get(0).text);
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

    /** A part of a name, and the sign after it. */
    private record Part(String text, char endedBy) {

        boolean isOfSeveralWords() {
            return text.indexOf(' ') > 0;
        }
    }
}
