/** What people type to find something in a list, and what it is held against. */
package uk.opcc.inspectionresponse.platform.search;
