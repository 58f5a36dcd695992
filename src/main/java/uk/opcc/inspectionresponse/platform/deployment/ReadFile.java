package uk.opcc.inspectionresponse.platform.deployment;

/**
 * A diagram or a table that was read once for all that is looked for in it.
 *
 * @param root all of it
 */
record ReadFile(DeployedFile file, XmlElement root) {}
