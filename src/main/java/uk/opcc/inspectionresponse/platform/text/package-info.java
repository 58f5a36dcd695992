/** Text as people paste it from reports, Word and mail programs: what is known of its characters, and what is not. */
package uk.opcc.inspectionresponse.platform.text;
