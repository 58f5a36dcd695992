package uk.opcc.inspectionresponse.platform.unfinished;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What somebody has typed into the form of a task that they have not completed. */
@Component
public class TypedSoFar {

    private final UnfinishedForms forms;
    private final ObjectMapper json;

    TypedSoFar(UnfinishedForms forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    /**
     * The texts as they were saved last, by the keys of their fields; one that was emptied is empty. Whether the task
     * is open to the person is not decided here.
     */
    public Map<String, String> of(String task, String person) {
        Map<String, String> texts = new HashMap<>();
        forms.of(OpenForm.ofTask(task)).stream()
                .filter(typed -> typed.person().equals(person))
                .forEach(typed -> read(typed, texts));
        return texts;
    }

    private void read(UnfinishedForm typed, Map<String, String> texts) {
        try {
            json.readTree(typed.content()).properties().forEach(field -> {
                if (field.getValue().isTextual() || field.getValue().isNull()) {
                    texts.put(field.getKey(), field.getValue().asText(""));
                }
            });
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
