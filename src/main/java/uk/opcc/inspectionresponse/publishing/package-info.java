/**
 * What is published: the documents, the approved responses and the public register. Knows no engine, and of the wings
 * below uses platform and statutory alone.
 */
package uk.opcc.inspectionresponse.publishing;
