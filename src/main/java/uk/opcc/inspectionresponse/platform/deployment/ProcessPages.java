package uk.opcc.inspectionresponse.platform.deployment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.opcc.inspectionresponse.platform.deployment.WaitingRelease.State;
import uk.opcc.inspectionresponse.platform.office.Office;

/** The page where process owners see what of this release is in use, and decide where the office has changed it. */
@Controller
class ProcessPages {

    private static final String OFFICES = "office";
    private static final String OF_RELEASE = "release";

    private final WaitingRelease waiting;
    private final Release release;
    private final ReleaseCheck check;
    private final Office office;

    ProcessPages(WaitingRelease waiting, Release release, ReleaseCheck check, Office office) {
        this.waiting = waiting;
        this.release = release;
        this.check = check;
        this.office = office;
    }

    /** A file of the office, as the page shows it. */
    record Row(String name, String by, List<String> differences, String releaseName, String chosen) {}

    @GetMapping("/processes")
    String page(@RequestParam(required = false) String saved, Model model) {
        model.addAttribute("saved", saved != null);
        return show(waiting.now(), Map.of(), model);
    }

    @GetMapping("/processes/file")
    ResponseEntity<byte[]> file(@RequestParam String whose, @RequestParam String name) {
        State state = waiting.now();
        Stream<DeployedFile> files =
                whose.equals(OFFICES) ? state.office().stream().map(OfficesFile::here) : state.files().stream();
        return files.filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(file.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * Puts the release into use, with the office's files where these are chosen.
     *
     * @param seen the fingerprint of what the choice is about
     * @param choices whose file it shall be, by the number of its row
     */
    @PostMapping("/processes")
    String decide(
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Map<String, String> choices,
            Model model,
            HttpServletResponse response) {
        State state = waiting.now();
        if (!state.waits() || !seen.equals(state.fingerprint())) {
            return refuse(
                    HttpServletResponse.SC_CONFLICT,
                    List.of(
                            "What is in use has changed since you opened this page. Nothing was done: look at it again."),
                    state,
                    Map.of(),
                    model,
                    response);
        }
        List<OfficesFile> kept = new ArrayList<>();
        for (int row = 0; row < state.office().size(); row++) {
            String choice = choices.getOrDefault("file-" + row, "");
            if (choice.equals(OFFICES)) {
                kept.add(state.office().get(row));
            } else if (!choice.equals(OF_RELEASE)) {
                return refuse(
                        HttpServletResponse.SC_BAD_REQUEST,
                        List.of("Choose for " + state.office().get(row).here().name() + " which one is to be used."),
                        state,
                        choices,
                        model,
                        response);
            }
        }
        List<String> mistakes = check.mistakesIn(Release.together(state.files(), kept));
        if (mistakes.isEmpty()) {
            try {
                release.deploy(state.files(), kept);
                return "redirect:/processes?saved";
            } catch (ProcessEngineException e) {
                mistakes = Release.mistakes(e);
            }
        }
        List<String> problems = new ArrayList<>(List.of("These choices do not go together, and nothing was done:"));
        problems.addAll(mistakes);
        return refuse(HttpServletResponse.SC_BAD_REQUEST, problems, state, choices, model, response);
    }

    private String refuse(
            int status,
            List<String> problems,
            State state,
            Map<String, String> choices,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("problems", problems);
        return show(state, choices, model);
    }

    private String show(State state, Map<String, String> choices, Model model) {
        List<Row> rows = new ArrayList<>();
        for (OfficesFile one : state.office()) {
            rows.add(new Row(
                    one.here().name(),
                    waiting.deployedBy(one),
                    one.differences(),
                    one.release() == null ? "" : one.release().name(),
                    choices.getOrDefault("file-" + rows.size(), "")));
        }
        model.addAttribute("office", office.name());
        model.addAttribute("isInUse", state.isInUse());
        model.addAttribute("mistakes", state.mistakes());
        model.addAttribute("waits", state.waits());
        model.addAttribute("seen", state.fingerprint());
        model.addAttribute("rows", rows);
        return "processes";
    }
}
