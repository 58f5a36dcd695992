/**
 * What users may be called, which passwords they may have, and who has to choose their own. May use the office, the
 * people and the refusal.
 */
package uk.opcc.inspectionresponse.platform.accounts;
