package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** A form as it was deployed, with the choices of decision tables. */
final class ReadForm {

    private final JsonNode form;
    private final FormSchema schema;

    ReadForm(JsonNode form) {
        this.form = form;
        this.schema = RepeatedFields.areIn(form) ? null : FormSchema.read(form);
    }

    /**
     * What it says where variables have these values, by their names: of them, only those are asked for whose elements
     * it repeats.
     */
    FormSchema schema(Function<String, JsonNode> variables) {
        return schema == null ? FormSchema.read(RepeatedFields.in(form, variables)) : schema;
    }
}
