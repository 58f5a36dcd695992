package uk.opcc.inspectionresponse.messages.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.opcc.inspectionresponse.LinearWork;
import uk.opcc.inspectionresponse.LinearWork.Shape;

@Label("A mail, whatever is typed into its form,")
class MailWorkTest {

    @Property(tries = 100)
    @Label("has its addresses read with work that grows with them and no faster")
    void addresses(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(MailWorkTest::readAddresses, shape);
    }

    @Example
    @Label(
            "has its addresses read with work that grows with them and no faster, also where one fragment is all that there is")
    void addressesOfOneFragment() {
        LinearWork.isDoneBy(MailWorkTest::readAddresses);
    }

    @Property(tries = 100)
    @Label("is composed with such work")
    void text(@ForAll("shapes") Shape shape) {
        LinearWork.isDoneBy(MailWorkTest::compose, shape);
    }

    @Example
    @Label("is composed with such work, also where one fragment is all that there is")
    void textOfOneFragment() {
        LinearWork.isDoneBy(MailWorkTest::compose);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return LinearWork.shapes();
    }

    private static void readAddresses(String typed) {
        try {
            MailAddress.list(typed);
        } catch (IllegalArgumentException e) {
            // refused, as a person is told
        }
    }

    private static void compose(String text) {
        Mail mail = new Mail(
                "<1@office.example>",
                Instant.EPOCH,
                List.of(new MailAddress("somebody@office.example")),
                "Response",
                text,
                List.of());
        try {
            ComposedMail.of(
                            mail,
                            new MailSettings("responses@office.example", "", "", Path.of("unused")),
                            Session.getInstance(new Properties()))
                    .writeTo(OutputStream.nullOutputStream());
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
