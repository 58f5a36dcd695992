package uk.opcc.inspectionresponse.publishing.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * Puts the pages of one PDF behind those of another, as a change that is written after its last byte: the file begins
 * with the other one as it was, and what it says is not set in pages again. Tags and bookmarks go with the pages, so
 * that PDF/UA stays what it was.
 */
final class AddedSheet {

    private final PDDocument whole;
    private final PDDocument sheet;
    private final PDFCloneUtility copies;

    private AddedSheet(PDDocument whole, PDDocument sheet) {
        this.whole = whole;
        this.sheet = sheet;
        this.copies = new PDFCloneUtility(whole) {};
    }

    /**
     * The first PDF with the pages of the second behind its own; nothing where one of them is not tagged as this
     * application tags, which one from elsewhere need not be.
     */
    static Optional<byte[]> behind(byte[] pdf, byte[] sheet) throws IOException {
        try (PDDocument whole = Loader.loadPDF(pdf);
                PDDocument added = Loader.loadPDF(sheet)) {
            if (!isTagged(whole) || !isTagged(added) || hasLinks(added)) {
                return Optional.empty();
            }
            new AddedSheet(whole, added).add();
            // Of the time of writing, or two files of one record would differ.
            whole.setDocumentId(pdf.length + (long) sheet.length);
            leaveOutWhatWasNotRead(whole.getDocument());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(pdf.length + sheet.length);
            whole.saveIncremental(bytes);
            return Optional.of(bytes.toByteArray());
        }
    }

    /** PDFBox would read all objects to see whether they have changed: what was not read has not. */
    private static void leaveOutWhatWasNotRead(COSDocument document) {
        document.getXrefTable()
                .keySet()
                .removeIf(key -> !document.getObjectFromPool(key).isDereferenced());
    }

    private static boolean isTagged(PDDocument pdf) {
        return tree(pdf) != null
                && document(pdf) != null
                && document(pdf).containsKey(COSName.K)
                && parents(pdf) != null
                && parents(pdf).getCOSArray(COSName.NUMS) != null;
    }

    /** A link has its own place in the tags. */
    private static boolean hasLinks(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            if (!page.getAnnotations().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static COSDictionary tree(PDDocument pdf) {
        return pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    }

    /** The tag around all others. */
    private static COSDictionary document(PDDocument pdf) {
        return tree(pdf).getCOSDictionary(COSName.K);
    }

    /** Of which tag each piece of a page is, by the number that the page has there. */
    private static COSDictionary parents(PDDocument pdf) {
        return tree(pdf).getCOSDictionary(COSName.PARENT_TREE);
    }

    private void add() throws IOException {
        COSDictionary document = document(whole);
        COSArray tags = within(document(whole));
        COSArray addedTags = within(document(sheet));
        for (int i = 0; i < addedTags.size(); i++) {
            ((COSDictionary) addedTags.getObject(i)).removeItem(COSName.P);
        }
        int next = tree(whole).getInt(COSName.PARENT_TREE_NEXT_KEY, whole.getNumberOfPages());
        COSArray parents = parents(whole).getCOSArray(COSName.NUMS);
        COSArray added = parents(sheet).getCOSArray(COSName.NUMS);
        List<PDPage> pages =
                StreamSupport.stream(sheet.getPages().spliterator(), false).toList();
        for (PDPage page : pages) {
            page.getCOSObject().removeItem(COSName.PARENT);
            PDPage copied = new PDPage(copies.cloneForNewDocument(page.getCOSObject()));
            COSBase ofPage = of(page.getStructParents(), added);
            copied.setStructParents(next);
            parents.add(COSInteger.get(next++));
            parents.add(copies.cloneForNewDocument(ofPage));
            whole.addPage(copied);
        }
        tree(whole).setInt(COSName.PARENT_TREE_NEXT_KEY, next);
        for (int i = 0; i < addedTags.size(); i++) {
            COSDictionary copied = (COSDictionary) copies.cloneForNewDocument(addedTags.getObject(i));
            copied.setItem(COSName.P, document);
            tags.add(copied);
        }
        document.setItem(COSName.K, tags);
        addBookmarks();
    }

    /** What a tag has in it: one has no list around it. */
    private static COSArray within(COSDictionary tag) {
        COSArray all = tag.getCOSArray(COSName.K);
        return all == null ? new COSArray(List.of(tag.getItem(COSName.K))) : all;
    }

    private static COSBase of(int number, COSArray parents) {
        for (int i = 0; i < parents.size(); i += 2) {
            if (parents.getInt(i) == number) {
                return parents.getObject(i + 1);
            }
        }
        throw new IllegalStateException("A page has no tags");
    }

    private void addBookmarks() throws IOException {
        PDDocumentOutline outline = whole.getDocumentCatalog().getDocumentOutline();
        PDDocumentOutline added = sheet.getDocumentCatalog().getDocumentOutline();
        if (outline == null || added == null) {
            return;
        }
        for (PDOutlineItem item : added.children()) {
            PDOutlineItem copied = new PDOutlineItem();
            copied.setTitle(item.getTitle());
            copied.getCOSObject()
                    .setItem(
                            COSName.DEST,
                            copies.cloneForNewDocument(item.getCOSObject().getDictionaryObject(COSName.DEST)));
            outline.addLast(copied);
        }
    }
}
