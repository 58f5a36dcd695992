/** What people have typed into forms that they have not completed yet. May use the people, refusals and the process. */
package uk.opcc.inspectionresponse.platform.unfinished;
