/**
 * Sign-in with passwords, LDAP or OpenID Connect, sessions and security headers. May use the accounts, the office and
 * the people.
 */
package uk.opcc.inspectionresponse.platform.signin;
