package uk.opcc.inspectionresponse.publishing.register;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;

@Label("What is searched in the register, whatever is typed,")
class SearchWordsWorkTest {

    @Property(tries = 100)
    @Label("is read with work that grows with the text and no faster")
    void patterns(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(SearchWords::patterns, shape);
    }

    @Example
    @Label("is read with work that grows with the text and no faster, also where one fragment is all that there is")
    void patternsOfOneFragment() {
        LinearWork.isDoneBy(SearchWords::patterns);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }
}
