package uk.opcc.inspectionresponse.office;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where the people of the office reach the application, for the links in their mails. */
@Component
public class StaffSite {

    private final String address;
    private final String screens;

    StaffSite(
            @Value("${office.url}") String address,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String screens) {
        this.address = address.replaceAll("/+$", "");
        this.screens = screens;
    }

    /** Tasklist with the task of this id open; who is not signed in is asked to do so first. */
    public String task(String id) {
        return address + screens + "/app/tasklist/default/#/?task=" + UriUtils.encode(id, StandardCharsets.UTF_8);
    }

    /** The page where people choose which mails they get. */
    public String notices() {
        return address + "/notices";
    }
}
