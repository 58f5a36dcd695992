/** How long a stranger may keep the web server waiting, and how an address is read. May use the refusal. */
package uk.opcc.inspectionresponse.platform.server;
