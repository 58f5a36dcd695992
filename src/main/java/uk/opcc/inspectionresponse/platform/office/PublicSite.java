package uk.opcc.inspectionresponse.platform.office;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where the public finds the office's responses; the diagram asks for the address of each. */
@Component("publicSite")
public class PublicSite {

    private final String address;

    /** The site at the address that people type, with or without a slash at its end. */
    PublicSite(OfficeProperties office) {
        this.address = office.publicUrl().replaceAll("/+$", "");
    }

    /** The list of the responses. */
    public String responses() {
        return address + "/responses";
    }

    /** The page of the response with this reference. */
    public String response(String reference) {
        return responses() + "/" + UriUtils.encodePathSegment(reference, StandardCharsets.UTF_8);
    }
}
