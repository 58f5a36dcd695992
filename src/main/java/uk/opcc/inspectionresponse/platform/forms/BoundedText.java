package uk.opcc.inspectionresponse.platform.forms;

/**
 * A text that can be looked at only so many times. The patterns of forms are the process owners', and there are
 * patterns that take years for a line of text: this ends them.
 */
final class BoundedText implements CharSequence {

    /** Some tenths of a second. A pattern that reads the longest text of a form from end to end looks 250,000 times. */
    private static final long MOST_LOOKS = 10_000_000;

    private final CharSequence text;
    private long looks;

    BoundedText(CharSequence text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new TooManyLooks();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The pattern does not come to an end with this text. */
    static final class TooManyLooks extends RuntimeException {}
}
