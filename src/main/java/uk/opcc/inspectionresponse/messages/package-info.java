/** What the application sends by e-mail, and how. May use platform and every wing below it. */
package uk.opcc.inspectionresponse.messages;
