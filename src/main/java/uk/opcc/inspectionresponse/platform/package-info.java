/**
 * What carries the rest: the web server and its gate, forms, people and how they sign in, the start. May use process
 * and statutory.
 */
package uk.opcc.inspectionresponse.platform;
