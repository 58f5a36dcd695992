/** The people and their groups, and who may do what, as the engine's authorizations. May use the refusal. */
package uk.opcc.inspectionresponse.platform.people;
