/** What the application sends by email, and how. May use platform and every wing below it. */
package uk.opcc.inspectionresponse.messages;
