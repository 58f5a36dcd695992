package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;

@Label("A form, whatever is written in it,")
class FormsWorkTest {

    @Property(tries = 100)
    @Label("is read with work that grows with it and no faster")
    void schema(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(FormsWorkTest::read, shape);
    }

    @Example
    @Label("is read with work that grows with it and no faster, also where one fragment is all that there is")
    void schemaOfOneFragment() {
        LinearWork.isDoneBy(FormsWorkTest::read);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }

    private static void read(String text) {
        ObjectMapper json = new ObjectMapper();
        try {
            FormSchema.read(
                    json,
                    new ByteArrayInputStream(json.writeValueAsBytes(
                            Map.of("components", List.of(Map.of("type", "text", "text", text, "label", "=" + text))))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
