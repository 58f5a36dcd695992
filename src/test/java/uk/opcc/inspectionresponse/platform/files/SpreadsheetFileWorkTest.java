package uk.opcc.inspectionresponse.platform.files;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;

@Label("A cell of a spreadsheet, whatever is in it,")
class SpreadsheetFileWorkTest {

    @Property(tries = 100)
    @Label("is written with work that grows with it and no faster")
    void written(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(SpreadsheetFile::cell, shape);
    }

    @Example
    @Label("is written with work that grows with it and no faster, also where one fragment is all that there is")
    void writtenOfOneFragment() {
        LinearWork.isDoneBy(SpreadsheetFile::cell);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }
}
