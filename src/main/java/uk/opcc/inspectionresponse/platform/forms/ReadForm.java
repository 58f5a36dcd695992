package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** A form as it was deployed, with the choices of decision tables. */
final class ReadForm {

    private final JsonNode form;
    private final List<String> lists;
    private final FormSchema schema;

    ReadForm(JsonNode form) {
        this.form = form;
        this.lists = List.copyOf(RepeatedFields.listsIn(form));
        this.schema = lists.isEmpty() ? FormSchema.read(form) : null;
    }

    /** The variables whose elements it repeats. */
    List<String> lists() {
        return lists;
    }

    /**
     * What it says where variables have these values, by their names: of them, only those are asked for whose elements
     * it repeats.
     */
    FormSchema schema(Function<String, JsonNode> variables) {
        return schema == null ? FormSchema.read(RepeatedFields.in(form, variables)) : schema;
    }
}
