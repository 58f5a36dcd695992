package uk.opcc.inspectionresponse.publishing.document;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;

@Label("A typed text, whatever it is made of,")
class TypedTextWorkTest {

    private static final Documents DOCUMENTS = new Documents(TheForm.office());

    @Property(tries = 50)
    @Label("is read with work that grows with the text and no faster")
    void read(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(TypedText::of, shape);
    }

    @Example
    @Label("is read with work that grows with the text and no faster, also where one fragment is all that there is")
    void readOfOneFragment() {
        LinearWork.isDoneBy(TypedText::of);
    }

    @Example
    @Label("is read with such work also where each line may go on an address that has no end")
    void readOfAddressWithoutEnd() {
        LinearWork.isDoneBy(TypedText::of, new Shape("https://a/", "\na1-", ""));
        LinearWork.isDoneBy(TypedText::of, new Shape("", "https://a.example/\na_b/", ""));
    }

    @Property(tries = 50)
    @Label("has its length estimated with such work")
    void measured(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(EstimatedLength::of, shape);
    }

    @Example
    @Label("has its length estimated with such work, also where one fragment is all that there is")
    void measuredOfOneFragment() {
        LinearWork.isDoneBy(EstimatedLength::of);
    }

    @Property(tries = 8)
    @Label("is written in HTML with such work")
    void rendered(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(typed -> DOCUMENTS.html(response(typed)), shape);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }

    private static Response response(String typed) {
        return new Response(typed, LocalDate.of(2026, 3, 2), "PEEL Inspection", null, null, typed, List.of());
    }
}
