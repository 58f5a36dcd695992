package uk.opcc.inspectionresponse.publishing.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that a PDF has in it: PDF/UA asks that every font is embedded and that every character has a glyph (ISO
 * 14289-1, 7.21.4 and 7.21.8).
 */
final class Fonts {

    private static final char REPLACEMENT = '\uFFFD';

    private static final String MAIN = "Liberation Sans";

    /** In the order of the template's style. */
    private static final List<Font> ALL = List.of(
            new Font("LiberationSans-Regular.ttf", MAIN, 400),
            new Font("LiberationSans-Bold.ttf", MAIN, 700),
            new Font("DejaVuSans.ttf", "DejaVu Sans", 400),
            new Font("NotoEmoji-Regular.ttf", "Noto Emoji", 400),
            new Font("DroidSansFallbackFull.ttf", "Droid Sans Fallback", 400));

    private final List<Loaded> fonts = ALL.stream().map(Loaded::of).toList();
    private final BitSet covered = new BitSet();

    private Fonts() {
        fonts.forEach(font -> covered.or(font.covered()));
    }

    /** The fonts, read when they are first asked for: the start of the application does not wait for them. */
    static Fonts get() {
        return Read.FONTS;
    }

    /** The fonts of one document, which another may have when this one is written. */
    final class InDocument implements AutoCloseable {

        private final PDDocument pdf;
        private final Deque<Runnable> givenBack = new ArrayDeque<>();

        private InDocument(PDDocument pdf) {
            this.pdf = pdf;
        }

        /** Adds those that this text needs to what builds the document; the first is always there. */
        void addTo(PdfRendererBuilder builder, String text) {
            BitSet needed = new BitSet();
            text.codePoints().forEach(needed::set);
            for (Loaded font : fonts) {
                if (font.font().family().equals(MAIN) || needed.intersects(font.covered())) {
                    needed.andNot(font.covered());
                    builder.useFont(
                            font.in(pdf, givenBack),
                            font.font().family(),
                            font.font().weight(),
                            FontStyle.NORMAL,
                            true);
                }
            }
        }

        @Override
        public void close() {
            givenBack.forEach(Runnable::run);
        }
    }

    /** The fonts for this document. */
    InDocument in(PDDocument pdf) {
        return new InDocument(pdf);
    }

    /**
     * The text with the replacement character in the place of each that no font has. Invisible characters that no font
     * has are left out, and those that turn the direction of text round: in a PDF the glyphs stand where they are put,
     * so that a copied text would be another one than was typed.
     */
    String inGlyphs(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().filter(c -> !turnsText(c)).forEach(c -> {
            if (covered.get(c) || c == '\n' || c == '\t') {
                shown.appendCodePoint(c);
            } else if (Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.NON_SPACING_MARK) {
                shown.append(REPLACEMENT);
            }
        });
        return shown.toString();
    }

    private static boolean turnsText(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static final class Read {

        private static final Fonts FONTS = new Fonts();
    }

    /** A font in {@code fonts/}. */
    private record Font(String file, String family, int weight) {}

    private record Loaded(Font font, byte[] file, BitSet covered, Queue<TrueTypeFont> parsed) {

        static Loaded of(Font font) {
            try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + font.file())) {
                byte[] file = in.readAllBytes();
                return new Loaded(font, file, characters(file), new ConcurrentLinkedQueue<>());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The font as it stands in this document, with the glyphs that the document uses. To read the file takes as
         * long as to set a page, so it is read for as many documents as are made at one time, and then taken again.
         */
        PDFontSupplier in(PDDocument pdf, Deque<Runnable> givenBack) {
            return new PDFontSupplier(null) {
                @Override
                public PDFont supply() {
                    try {
                        TrueTypeFont taken = parsed.poll();
                        TrueTypeFont mine = taken == null ? read() : taken;
                        givenBack.push(() -> parsed.add(mine));
                        return PDType0Font.load(pdf, mine, true);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }

        private TrueTypeFont read() throws IOException {
            TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
            // PDFBox puts ligatures in at the drawing, after the lines were measured without them, and compiles an
            // expression of all ligatures for each piece of text: two thirds of all the work.
            font.setEnableGsub(false);
            return font;
        }

        private static BitSet characters(byte[] file) throws IOException {
            BitSet characters = new BitSet();
            try (TrueTypeFont parsed = new TTFParser(true).parse(new RandomAccessReadBuffer(file))) {
                CmapLookup glyphs = parsed.getUnicodeCmapLookup();
                for (int c = Character.MIN_CODE_POINT; c <= Character.MAX_CODE_POINT; c++) {
                    if (glyphs.getGlyphId(c) != 0) {
                        characters.set(c);
                    }
                }
            }
            return characters;
        }
    }
}
