package uk.opcc.inspectionresponse.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What stands in a form once and is repeated")
class RepeatedFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FORM = """
            {"id": "visits", "components": [
              {"type": "html", "id": "intro", "content": "{{title}}"},
              {"type": "html", "id": "visit", "content": "{{eachItem.name}}",
                "properties": {"repeat": "=visits"}, "layout": {"row": "r", "columns": 8}},
              {"type": "textarea", "id": "note", "key": "notes.note", "label": "=\\"Note on \\" + eachItem.name",
                "conditional": {"hide": "=notes.seen = null and notes.note2 = null"},
                "properties": {"repeat": "=visits", "requiredWhen": "=next = \\"done\\""}, "layout": {"row": "r"}},
              {"type": "radio", "id": "seen", "key": "notes.seen", "properties": {"repeat": "=visits"}},
              {"type": "radio", "id": "next", "key": "next"}]}
            """;

    @Test
    @DisplayName("is there for each, with keys, ids and rows of its own, and its expressions are about that one")
    void forEach() throws JsonProcessingException {
        JsonNode filled = filled("[{\"number\": 4, \"name\": \"Thetford\"}, {\"number\": 7, \"name\": \"Cromer\"}]");

        assertThat(each(filled, "/id"))
                .containsExactly("intro", "visit-4", "note-4", "seen-4", "visit-7", "note-7", "seen-7", "next");
        assertThat(each(filled, "/key"))
                .containsExactly("", "", "notes.note4", "notes.seen4", "", "notes.note7", "notes.seen7", "next");
        JsonNode second = filled.path("components").get(5);
        assertThat(second.path("label").asText()).isEqualTo("=\"Note on \" + visits[2].name");
        assertThat(second.at("/conditional/hide").asText()).isEqualTo("=notes.seen7 = null and notes.note2 = null");
        assertThat(second.at("/layout/row").asText()).isEqualTo("r-7");
        assertThat(filled.path("components").get(4).at("/layout/columns").asInt())
                .isEqualTo(8);
        assertThat(filled.path("components").get(4).path("content").asText()).isEqualTo("{{visits[2].name}}");
    }

    @Test
    @DisplayName("is counted by its place where it has no number, and is not there where there is no list")
    void withoutNumber() throws JsonProcessingException {
        assertThat(each(filled("[{\"name\": \"Thetford\"}]"), "/key")).contains("notes.note1", "notes.seen1");
        assertThat(each(filled("[]"), "/id")).containsExactly("intro", "next");
        assertThat(each(filled("null"), "/id")).containsExactly("intro", "next");
        assertThat(each(filled("\"visits\""), "/id")).containsExactly("intro", "next");
    }

    @Test
    @DisplayName("is known to the rules of the form field by field")
    void rules() throws JsonProcessingException {
        FormSchema schema = FormSchema.read(filled("[{\"number\": 4}, {\"number\": 5}]"));

        assertThat(schema.submittedLabels()).containsKeys("notes.note4", "notes.seen5", "next");
        assertThat(schema.shown()).contains("visits", "notes", "title", "next");
    }

    private static JsonNode filled(String visits) throws JsonProcessingException {
        JsonNode list = JSON.readTree(visits);
        return RepeatedFields.in(JSON.readTree(FORM), name -> {
            assertThat(name).isEqualTo("visits");
            return list;
        });
    }

    private static List<String> each(JsonNode form, String part) {
        List<String> found = new ArrayList<>();
        form.path("components")
                .forEach(component -> found.add(component.at(part).asText()));
        return found;
    }
}
