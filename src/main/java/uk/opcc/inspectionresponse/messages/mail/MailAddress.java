package uk.opcc.inspectionresponse.messages.mail;

import java.util.List;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/**
 * The address of a mailbox, as RFC 5321 has it, without a name, quotes or comments.
 *
 * @param value such as {@code somebody@office.example}, up to 254 characters of ASCII
 */
public record MailAddress(String value) {

    /** Who gets the response; a longer list is more likely a mistake. */
    private static final int MOST = 20;

    private static final int LONGEST = 254;
    private static final int LONGEST_MAILBOX = 64;
    private static final Pattern VALID = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** @throws IllegalArgumentException if it is not an address; the message says so to people */
    public MailAddress {
        if (value.length() > LONGEST
                || value.indexOf('@') > LONGEST_MAILBOX
                || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + Shortened.to(60, value)
                    + "' is not an email address: write it like somebody@office.example.");
        }
    }

    /**
     * The addresses in a text as people type them, or as mail programs copy them: separated by commas, semicolons, line
     * ends or spaces, with or without the names of people.
     *
     * @throws IllegalArgumentException if there is none, one is not an address, or there are more than 20; the message
     *     says so to people
     */
    public static List<MailAddress> list(String typed) {
        List<MailAddress> addresses = TypedAddresses.read(typed);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("has no email address: give at least one.");
        }
        if (addresses.size() > MOST) {
            throw new IllegalArgumentException(
                    "has " + addresses.size() + " email addresses: give " + MOST + " at most.");
        }
        return addresses;
    }

    /**
     * The one address in a text, read as a list is.
     *
     * @throws IllegalArgumentException if there is not one; the message says so to people
     */
    public static MailAddress one(String typed) {
        List<MailAddress> addresses = list(typed);
        if (addresses.size() > 1) {
            throw new IllegalArgumentException("has " + addresses.size() + " email addresses: give one.");
        }
        return addresses.get(0);
    }

    @Override
    public String toString() {
        return value;
    }
}
