package uk.opcc.inspectionresponse.casework.findings;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;

@Label("Recommendations pasted in one text, whatever they are made of,")
class RecommendationTextWorkTest {

    @Property(tries = 100)
    @Label("are told apart with work that grows with the text and no faster")
    void split(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(pasted -> new RecommendationText(pasted).split(), shape);
    }

    @Example
    @Label(
            "are told apart with work that grows with the text and no faster, also where one fragment is all that there is")
    void splitOfOneFragment() {
        LinearWork.isDoneBy(pasted -> new RecommendationText(pasted).split());
    }

    @Example
    @Label("are told apart with such work also where their numbers can be read in many ways")
    void splitOfManyWays() {
        LinearWork.isDoneBy(
                pasted -> new RecommendationText(pasted).split(), new Shape("", "1. a\n1. b\n2. c\n2. d\n3. e\n", ""));
        LinearWork.isDoneBy(
                pasted -> new RecommendationText(pasted).split(), new Shape("", "4.1 A\n4.2 B\n4.1 C\n5.1 D\n", ""));
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }
}
