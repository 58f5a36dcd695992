package uk.opcc.inspectionresponse.publishing.earlier;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;

@Label("A CSV file with earlier responses, whatever is in it,")
class SheetWorkTest {

    private final ReadLines lines = new ReadLines(new References("OPCCN/{year}/{number}"), Clock.systemUTC());

    @Property(tries = 50)
    @Label("is read with work that grows with the file and no faster")
    void read(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(this::read, shape);
    }

    @Example
    @Label("is read with work that grows with the file and no faster, also where one fragment is all that there is")
    void readOfOneFragment() {
        LinearWork.isDoneBy(this::read);
    }

    private void read(String text) {
        // A quotation mark without its second one ends the work at once, so a longer text would do more than a shorter.
        String closed = text.chars().filter(one -> one == '"').count() % 2 == 0 ? text : text + '"';
        for (String csv : new String[] {text, Parcel.HEADER + "," + closed, Parcel.HEADER + closed + ",,,,,"}) {
            try {
                Sheet.read(csv.getBytes(StandardCharsets.UTF_8)).forEach(lines::read);
            } catch (RequestRefused refused) {
                // In words, which other tests hold it to.
            }
        }
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }
}
