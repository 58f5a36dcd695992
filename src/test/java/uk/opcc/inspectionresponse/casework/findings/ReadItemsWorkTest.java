package uk.opcc.inspectionresponse.casework.findings;

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

@Label("Items pasted in two texts, whatever they are made of,")
class ReadItemsWorkTest {

    private static final ReadItems READ = new ReadItems(DeliveredOffice.addressees());
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 3, 11);

    @Property(tries = 20)
    @Label("are told apart with work that grows with the text and no faster")
    void split(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(pasted -> READ.read(pasted, "", PUBLISHED), shape);
    }

    @Example
    @Label(
            "are told apart with work that grows with the text and no faster, also where one fragment is all that there is")
    void splitOfOneFragment() {
        LinearWork.isDoneBy(pasted -> READ.read(pasted, "", PUBLISHED));
    }

    @Example
    @Label("are told apart with such work also where their numbers can be read in many ways")
    void splitOfManyWays() {
        LinearWork.isDoneBy(
                pasted -> READ.read(pasted, "", PUBLISHED), new Shape("", "1. a\n1. b\n2. c\n2. d\n3. e\n", ""));
        LinearWork.isDoneBy(
                pasted -> READ.read(pasted, "", PUBLISHED), new Shape("", "4.1 A\n4.2 B\n4.1 C\n5.1 D\n", ""));
    }

    @Example
    @Label("are told apart with such work also where headings and leads come again and again")
    void splitOfHeadings() {
        for (String repeated : List.of(
                "Area for improvement\n",
                "Cause of concern\n",
                "Recommendation 1 (continued)\n",
                "Recommendation 1 (Home Office)\n",
                "Recommendations for chief constables\n",
                "The force should immediately:\n",
                "The force should immediately:\n• a\n",
                "By 30 September 2024, ",
                "We recommend that ",
                "Norfolk Constabulary and ",
                "Kent ",
                "Good\n",
                "Home Office\n",
                "o ",
                "(recommendations ",
                "12 recommendations ")) {
            LinearWork.isDoneBy(pasted -> READ.read(pasted, "", PUBLISHED), new Shape("", repeated, ""));
        }
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }
}
