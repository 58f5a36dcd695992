/**
 * What the diagrams call, one room for each stage of an inspection. Delegates and listeners that a diagram names stand
 * here and nowhere else; they may use publishing, messages and every wing below those.
 */
package uk.opcc.inspectionresponse.casework;
