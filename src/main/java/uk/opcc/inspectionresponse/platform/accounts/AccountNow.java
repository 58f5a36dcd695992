package uk.opcc.inspectionresponse.platform.accounts;

/**
 * What there is to know of whoever sends a request.
 *
 * @param passwordOfSomebodyElse whether somebody else has set the password that the person has now
 */
public record AccountNow(Account account, boolean passwordOfSomebodyElse) {}
