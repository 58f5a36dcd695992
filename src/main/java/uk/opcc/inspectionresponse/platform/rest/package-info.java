/**
 * The one gate: which requests are closed, what a body and a query may have, what is submitted and what is shown, and
 * how a refusal is answered. May use every other room of the platform but the start; none uses it.
 */
package uk.opcc.inspectionresponse.platform.rest;
