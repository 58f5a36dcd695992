/** Shows what is being typed as it will be published. */
package uk.opcc.inspectionresponse.casework.preview;
