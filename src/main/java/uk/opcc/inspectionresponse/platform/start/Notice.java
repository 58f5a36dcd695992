package uk.opcc.inspectionresponse.platform.start;

import java.util.List;

/** Something that whoever starts the application needs to know; every bean of this type is printed at the end. */
public interface Notice {

    /** The lines, the first of which is the heading of the others. */
    List<String> lines();
}
