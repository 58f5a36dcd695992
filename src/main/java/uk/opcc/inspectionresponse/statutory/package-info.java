/** The 56 days of section 55(5A), and other periods: the only place that counts days. Depends on nothing but Java. */
package uk.opcc.inspectionresponse.statutory;
