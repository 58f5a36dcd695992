package uk.opcc.inspectionresponse.platform.signin;

import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;

/** What a person reads whose sign-in was refused; nothing that would tell a stranger which user names exist. */
public final class RefusedSignIn {

    private RefusedSignIn() {}

    /** The words for the reason why somebody was not let in. */
    public static String explain(Exception reason) {
        if (reason instanceof LockedException) {
            return "Too many wrong passwords. Wait a minute and try again.";
        }
        if (reason instanceof DisabledException) {
            return "None of your groups in the directory gives you a role here. Ask your administrator.";
        }
        if (reason instanceof InternalAuthenticationServiceException) {
            return "The directory does not answer. Try again in a while.";
        }
        if (reason instanceof SignInRefusal refusal) {
            return refusal.words();
        }
        if (reason instanceof UserNameRefused) {
            return reason.getMessage();
        }
        return "The user name or the password is wrong.";
    }
}
