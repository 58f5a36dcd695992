package uk.opcc.inspectionresponse.publishing.register;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * From where a page links the others: a page of the application by their whole path, an exported one by where they lie
 * beside it.
 *
 * @param base the path of the register
 * @param page what stands at the end of the address of a page
 */
record PageLinks(String base, String page) {

    private static final String EXPORTED_PAGE = "/" + ExportFolder.PAGE;

    /** A page of the application, under the path that the server has. */
    static PageLinks inApplication(String contextPath) {
        return new PageLinks(contextPath + "/responses", "");
    }

    /**
     * An exported page.
     *
     * @param depth in how many folders it lies, from 0
     */
    static PageLinks exported(int depth) {
        return new PageLinks(depth == 0 ? "." : "..".concat("/..".repeat(depth - 1)), EXPORTED_PAGE);
    }

    public boolean isExported() {
        return !page.isEmpty();
    }

    public String list() {
        return base + page;
    }

    public String file(String name) {
        return base + "/" + name;
    }

    /** The folder in which a response and its files are. */
    String folder(String reference) {
        return base + "/" + UriUtils.encodePathSegment(reference, StandardCharsets.UTF_8);
    }

    public String response(String reference) {
        return folder(reference) + page;
    }

    String edition(String reference, int edition) {
        return folder(reference) + "/" + PageLinks.ofEdition(edition) + page;
    }

    /** The name of the folder of an edition. */
    static String ofEdition(int edition) {
        return "version-" + edition;
    }
}
