package uk.opcc.inspectionresponse.platform.search;

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

    private static final char ESCAPE = '!';

    @Property(tries = 100)
    @Label("is read with work that grows with the text and no faster")
    void patterns(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(text -> SearchWords.patterns(text, ESCAPE), shape);
    }

    @Example
    @Label("is read with work that grows with the text and no faster, also where one fragment is all that there is")
    void patternsOfOneFragment() {
        LinearWork.isDoneBy(text -> SearchWords.patterns(text, ESCAPE));
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }
}
