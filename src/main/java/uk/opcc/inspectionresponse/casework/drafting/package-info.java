/**
 * Records the draft and the explanations, refuses a response that is longer than any office needs, and shows the draft
 * as it would be published. The rooms after it ask it what the response says.
 */
package uk.opcc.inspectionresponse.casework.drafting;
