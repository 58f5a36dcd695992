package uk.opcc.inspectionresponse.platform.unfinished;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/**
 * Keeps what people type into a form as they type it, and gives it back to them: to each what they typed themselves,
 * and to whoever has taken over a task also what colleagues typed before.
 */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/drafts")
class UnfinishedFormController {

    /** In ASCII: of a text from a form no database refuses a letter, half of one included. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final UnfinishedForms forms;
    private final FormsOfPeople open;
    private final People people;
    private final Clock clock;

    UnfinishedFormController(UnfinishedForms forms, FormsOfPeople open, People people, Clock clock) {
        this.forms = forms;
        this.open = open;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What somebody has typed.
     *
     * @param name of whoever typed it
     * @param version what the next version names as the one before it
     * @param saved when: the time of day, and the day before it where that is not today
     * @param content the fields of the form
     */
    record Typed(
            String name,
            int version,
            String saved,
            @JsonRawValue String content) {}

    /**
     * What there is for a form.
     *
     * @param own what the person typed; null if nothing
     * @param others what colleagues typed, the latest first
     */
    record Found(Typed own, List<Typed> others) {}

    /** A version that was saved, and when. */
    record Saved(int version, String saved) {}

    /**
     * What is to be kept.
     *
     * @param person who typed it: somebody else may have signed in since, in another window of the browser
     * @param after the version after which it was typed; 0 if there was none
     * @param content the fields of the form, as the text of a Json object: in one, a text may have letters that are
     *     refused elsewhere, and are to be seen again by whoever typed them
     */
    record ToSave(String person, int after, String content) {}

    @GetMapping("/{kind:task|start}/{subject}")
    Found found(@PathVariable String kind, @PathVariable String subject, Principal person) {
        OpenForm form = openForm(kind, subject, person.getName());
        List<UnfinishedForm> typed = forms.of(form);
        return new Found(
                typed.stream()
                        .filter(one -> one.person().equals(person.getName()))
                        .findFirst()
                        .map(this::shown)
                        .orElse(null),
                open.isWith(form, person.getName())
                        ? typed.stream()
                                .filter(one -> !one.person().equals(person.getName()))
                                .map(this::shown)
                                .toList()
                        : List.of());
    }

    @PutMapping("/{kind:task|start}/{subject}")
    Saved save(@PathVariable String kind, @PathVariable String subject, @RequestBody ToSave typed, Principal person) {
        OpenForm form = openForm(kind, subject, person.getName());
        if (!person.getName().equals(typed.person())) {
            throw new RequestRefused(Problem.ofRights("Somebody else is signed in now: sign in again to continue."));
        }
        if (typed.after() < 0 || typed.after() == Integer.MAX_VALUE) {
            throw new RequestRefused(Problem.ofInput(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "after: send the number of the version before, or 0 if there was none.",
                    "after"));
        }
        return forms.save(form, person.getName(), typed.after(), inAscii(typed.content()))
                .map(saved -> new Saved(saved.version(), written(saved.savedAt())))
                .orElseThrow(() -> new RequestRefused(Problem.ofInput(
                        HttpServletResponse.SC_CONFLICT,
                        "This form has been changed in another window since then: your changes here are not saved.",
                        "after")));
    }

    private OpenForm openForm(String kind, String subject, String person) {
        OpenForm form = new OpenForm(kind, subject);
        if (!open.include(form)) {
            throw open.notOpen(form, person);
        }
        return form;
    }

    private Typed shown(UnfinishedForm typed) {
        return new Typed(people.nameOf(typed.person()), typed.version(), written(typed.savedAt()), typed.content());
    }

    private String written(Instant moment) {
        return WrittenMoment.asOf(moment, clock.instant());
    }

    private static String inAscii(String content) {
        try {
            JsonNode fields = content == null ? MissingNode.getInstance() : JSON.readTree(content);
            if (fields.isObject()) {
                return JSON.writeValueAsString(fields);
            }
        } catch (JsonProcessingException e) {
            // Is no object either.
        }
        throw new RequestRefused(Problem.ofInput(
                HttpServletResponse.SC_BAD_REQUEST,
                "content: send the fields of the form as the text of a Json object.",
                "content"));
    }
}
