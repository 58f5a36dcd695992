/**
 * Lets one come after the other, on whichever server, where both at once would each see that nothing stands in its way.
 */
package uk.opcc.inspectionresponse.platform.turns;
