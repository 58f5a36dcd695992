package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

@Label("A request, whatever texts are in it,")
class BodyRulesWorkTest {

    @Property(tries = 100)
    @Label("is checked with work that grows with it and no faster")
    void checked(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(BodyRulesWorkTest::check, shape);
    }

    @Example
    @Label("is checked with work that grows with it and no faster, also where one fragment is all that there is")
    void checkedOfOneFragment() {
        LinearWork.isDoneBy(BodyRulesWorkTest::check);
    }

    @Example
    @Label("takes memory by its size also where names of 10,000 characters stand in each other")
    void deepNames() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        String name = "\"" + "n".repeat(10_000) + "\":";
        byte[] body = ("{" + (name + "{").repeat(900) + "}".repeat(901)).getBytes(StandardCharsets.UTF_8);
        long before = threads.getCurrentThreadAllocatedBytes();
        BodyRules.check("task/1/submit-form", body);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * body.length);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }

    private static void check(String text) {
        try {
            BodyRules.check(
                    "task/1/submit-form",
                    new ObjectMapper().writeValueAsBytes(Map.of("variables", Map.of("title", Map.of("value", text)))));
        } catch (InputRefused e) {
            // half a character, or the like
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
