package uk.opcc.inspectionresponse.oversight.evidence;

import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;

/** People as an auditor can tell them apart: by name, and by the user name that stands in the audit. */
@Component
class Names {

    private final People people;

    Names(People people) {
        this.people = people;
    }

    String of(String user) {
        if (user == null) {
            return null;
        }
        return People.toldApart(people.nameOf(user), user);
    }
}
