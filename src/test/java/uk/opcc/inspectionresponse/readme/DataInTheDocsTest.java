package uk.opcc.inspectionresponse.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the documentation says of the register's data")
class DataInTheDocsTest {

    private static final Path PAGE = Path.of("docs/data.md");
    private static final String BEGIN =
            "<!-- fields: made from response-1.schema.json by the build, see CONTRIBUTING.md -->\n\n";
    private static final String END = "\n\n<!-- end of fields -->";

    @Test
    @DisplayName("is every field that they can have, as their description has it")
    void fields() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(new File("src/main/resources/register/response-1.schema.json"));
        List<String> lines = new ArrayList<>(List.of("| field | | what it is |", "| --- | --- | --- |"));
        add("", schema, schema, lines);
        String fields = String.join("\n", lines);
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END, from - 2);

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + fields + page.substring(Math.max(to, from)));
            return;
        }

        assertThat(page.substring(from, to))
                .as("Make it anew with: mvn test -Dtest=DataInTheDocsTest -Ddocs.write=true")
                .isEqualTo(fields);
    }

    private static void add(String path, JsonNode object, JsonNode schema, List<String> lines) {
        List<String> required = StreamSupport.stream(object.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            JsonNode field = property.getValue();
            boolean isList = field.path("type").asText().equals("array");
            String name = path + property.getKey() + (isList ? "[]" : "");
            lines.add("| `" + name + "` | " + (required.contains(property.getKey()) ? "always" : "") + " | "
                    + field.path("description").asText() + choices(field) + " |");
            JsonNode inner = isList ? field.path("items") : field;
            String described = inner.path("$ref").asText();
            add(name + ".", described.isEmpty() ? inner : schema.at(described.substring(1)), schema, lines);
        }
    }

    private static String choices(JsonNode field) {
        List<String> values = StreamSupport.stream(field.path("enum").spliterator(), false)
                .map(value -> "`" + value.asText() + "`")
                .toList();
        return values.isEmpty() ? "" : ": " + String.join(", ", values);
    }
}
