/**
 * The one gate: which requests are closed, what queries may ask, how a refusal is answered, and how long a stranger may
 * keep the server waiting. May use the people and the refusal.
 */
package uk.opcc.inspectionresponse.platform.rest;
