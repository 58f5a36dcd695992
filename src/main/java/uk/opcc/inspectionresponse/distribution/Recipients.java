package uk.opcc.inspectionresponse.distribution;

import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.office.Office;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;

/** Who gets the response; the diagram asks for the usual address of each, which the person may change. */
@Component("recipients")
public class Recipients {

    private final Office office;

    Recipients(Office office) {
        this.office = office;
    }

    /** A distribution that is still to be recorded, with the usual address of the recipient where one is configured. */
    public Object addressed(String recipient) {
        return ProcessVariables.DISTRIBUTION.engineValue(
                new Distribution(office.recipients().get(recipient), null, null, null, null));
    }
}
