/** What people have typed into forms that they have not completed yet. May use the people and the refusal. */
package uk.opcc.inspectionresponse.platform.unfinished;
