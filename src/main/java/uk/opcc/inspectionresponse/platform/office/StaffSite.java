package uk.opcc.inspectionresponse.platform.office;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where the people of the office reach the application, for the links in their mails. */
@Component
public class StaffSite {

    private final String address;
    private final String screens;

    StaffSite(OfficeProperties office, @Value("${camunda.bpm.webapp.application-path:/camunda}") String screens) {
        this.address = office.url().replaceAll("/+$", "");
        this.screens = screens;
    }

    /**
     * What opens a task in Tasklist, for as long as it is open: the task that has this id now, or began with it, as
     * somebody who goes on with a task later makes it another one for the engine. Who is not signed in is asked to do
     * so first.
     */
    public String task(String id) {
        return notices() + "/tasks/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    /** The path of Tasklist with the task open that has this id. */
    public String tasklist(String id) {
        return screens + "/app/tasklist/default/#/?task=" + UriUtils.encode(id, StandardCharsets.UTF_8);
    }

    /** The page where people choose which mails they get. */
    public String notices() {
        return page("/notices");
    }

    /** A page by its path, which begins with a slash. */
    public String page(String path) {
        return address + path;
    }
}
