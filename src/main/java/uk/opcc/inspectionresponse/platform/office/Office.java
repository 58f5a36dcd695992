package uk.opcc.inspectionresponse.platform.office;

/**
 * The office that works with this application, from the configuration: another office, or a mayor's after May 2028,
 * changes no code.
 *
 * @param name as the header of every screen shows it
 * @param document the wording of the response that differs from office to office
 */
public record Office(String name, Document document) {

    /**
     * The wording of the response, and its size.
     *
     * @param largestResponse how many pages it may have, as estimated from the texts
     * @param heading of the document; {@code {sovereign}} becomes His or Her, as the inspectorate was called when the
     *     report was published
     * @param statute the sentence about section 55 of the Police Act 1996
     * @param chiefConstableHeading above the chief officer's comments
     * @param noComments in the place of comments where the chief officer submitted none
     * @param bodyHeading above the response of the local policing body
     * @param commentOnItemHeading above the chief officer's comment on one recommendation
     */
    public record Document(
            int largestResponse,
            String heading,
            String statute,
            String chiefConstableHeading,
            String noComments,
            String bodyHeading,
            String commentOnItemHeading) {}
}
