/** What is owed for a report beside the response, such as an action plan: its dates, and what became of it. */
package uk.opcc.inspectionresponse.casework.duties;
