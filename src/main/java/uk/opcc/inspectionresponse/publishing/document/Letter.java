package uk.opcc.inspectionresponse.publishing.document;

import java.util.List;

/**
 * What makes a letter of a response: to whom it goes, and with which words it begins and ends.
 *
 * @param reference of the inspection, as people say it
 * @param addressee the lines of the name and the address
 * @param salutation such as "Dear Home Secretary,"
 * @param closing such as "Yours sincerely,"; may be empty
 */
public record Letter(String reference, List<String> addressee, String salutation, String closing) {

    public Letter {
        addressee = List.copyOf(addressee);
    }
}
