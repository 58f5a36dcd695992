package uk.opcc.inspectionresponse.platform.accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the office asks of the passwords that the application keeps itself.
 *
 * @param minLength how many characters a new one must have
 * @param changeFirst whether a person must replace a password that somebody else has set, before anything else
 * @param ofDemo the password that users of a demo are given when it starts, whatever is asked of others; empty: none
 */
@ConfigurationProperties("office.sign-in.password")
public record PasswordSettings(
        @DefaultValue("12") int minLength,
        @DefaultValue("true") boolean changeFirst,
        @DefaultValue("") String ofDemo) {}
