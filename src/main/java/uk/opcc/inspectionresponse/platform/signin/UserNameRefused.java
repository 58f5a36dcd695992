package uk.opcc.inspectionresponse.platform.signin;

import org.springframework.security.core.AuthenticationException;

/** A directory knows a person by a name that cannot be a user's here; the message is for the person. */
final class UserNameRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    UserNameRefused(String message, Throwable cause) {
        super(message + " Ask your administrator.", cause);
    }
}
