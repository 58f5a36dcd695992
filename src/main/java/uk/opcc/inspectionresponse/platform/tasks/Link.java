package uk.opcc.inspectionresponse.platform.tasks;

/**
 * Where somebody of the office may go.
 *
 * @param words what it is, as people say it
 * @param address its path in this application, which begins with a slash
 */
public record Link(String words, String address) {}
