package uk.opcc.inspectionresponse.casework.correction;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;

@Label("All explanations in one text, whatever it is made of,")
class ExplanationsWorkTest {

    private static final List<Explanation> BEFORE = IntStream.range(0, 5_000)
            .mapToObj(place -> new Explanation(1, "Do it.", "action", "It is done.", null))
            .toList();

    @Property(tries = 100)
    @Label("are read with work that grows with the text and no faster")
    void read(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(edited -> ExplanationsInOneText.read(edited, BEFORE), shape);
    }

    @Example
    @Label("are read with work that grows with the text and no faster, also where one fragment is all that there is")
    void readOfOneFragment() {
        LinearWork.isDoneBy(edited -> ExplanationsInOneText.read(edited, BEFORE));
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }
}
