package uk.opcc.inspectionresponse.publishing.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The picture of a letterhead, which is in each document that shows it: nothing is loaded from anywhere.
 *
 * @param mediaType of the content
 * @param content byte for byte
 * @param width at which it is shown, in 96ths of an inch
 * @param height as the width
 */
record Picture(String mediaType, byte[] content, int width, int height) {

    /** Before it is decoded: a small file can hold a picture that fills the memory. */
    private static final long MOST_PIXELS = 4_000_000;

    /** 160 by 30 millimetres: within the margins, and above the text of the first page. */
    private static final int WIDEST = 605;

    private static final int HIGHEST = 113;

    /**
     * Reads a picture.
     *
     * @throws TemplateRefused if it is none, or has too many pixels
     */
    static Picture of(byte[] content) {
        return of(content, true);
    }

    /**
     * A picture that was read before, of which the size is all that is asked: no document waits for its pixels.
     *
     * @throws TemplateRefused if it is none, or has too many pixels
     */
    static Picture known(byte[] content) {
        return of(content, false);
    }

    private static Picture of(byte[] content, boolean whole) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw notReadable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return of(reader, content, whole);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof TemplateRefused refused ? refused : notReadable();
        }
    }

    private static Picture of(ImageReader reader, byte[] content, boolean whole) throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!format.equals("png") && !format.equals("jpeg")) {
            throw notReadable();
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new TemplateRefused("the picture has " + width + " by " + height + " pixels, and may have "
                    + MOST_PIXELS / 1_000_000 + " million in all");
        }
        if (whole) {
            // So that a file that ends in the middle is noticed now.
            reader.read(0).flush();
        }
        double scale = Math.min(1, Math.min((double) WIDEST / width, (double) HIGHEST / height));
        return new Picture("image/" + format, content, Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int)
                Math.round(height * scale)));
    }

    private static TemplateRefused notReadable() {
        return new TemplateRefused("it is no picture that documents can have: save it as PNG or JPEG, in RGB");
    }

    /** Its address: the picture itself. */
    public String source() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
