package uk.opcc.inspectionresponse.platform.deployment;

import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;

/** Tells the screens what they say at their top where the processes of this release are not in use. */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/release")
class WaitingReleaseController {

    private static final Told NOTHING = new Told("", List.of(), "");

    private static final int FEW = 3;

    private final WaitingRelease release;
    private final People people;

    WaitingReleaseController(WaitingRelease release, People people) {
        this.release = release;
        this.people = people;
    }

    /**
     * What is told.
     *
     * @param words what is the matter; empty where nothing is
     * @param details what it is about, a line each
     * @param address the page where the person decides; empty for whoever does not
     */
    record Told(String words, List<String> details, String address) {}

    @GetMapping
    Told told(Principal person) {
        Set<String> groups = new HashSet<>(people.groupsOf(person.getName()));
        boolean decides = RestrictedPages.PROCESSES.areOpenTo(groups);
        if (!decides && !groups.contains(Groups.MANAGERS)) {
            return NOTHING;
        }
        WaitingRelease.State state = release.now();
        String address = decides ? RestrictedPages.PROCESSES.path() : "";
        if (!state.mistakes().isEmpty()) {
            return new Told(
                    "The processes and forms of this release are not in use, because something is wrong with them. What was"
                            + " in use before stays in use.",
                    state.mistakes(),
                    address);
        }
        if (state.waits()) {
            return new Told(
                    "The processes and forms of this release are not in use yet, because the office has changed some of"
                            + " them. Nothing is replaced until "
                            + (decides ? "you decide." : "a process owner decides."),
                    state.office().stream().map(this::inOneLine).toList(),
                    address);
        }
        return NOTHING;
    }

    private String inOneLine(OfficesFile file) {
        List<String> differences = file.differences();
        return file.here().name() + ", " + release.deployedBy(file) + ": "
                + String.join("; ", differences.subList(0, Math.min(FEW, differences.size())))
                + (differences.size() > FEW ? "; and more" : "");
    }
}
