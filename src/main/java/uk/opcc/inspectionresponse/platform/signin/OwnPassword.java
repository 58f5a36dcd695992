package uk.opcc.inspectionresponse.platform.signin;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.accounts.UserName;
import uk.opcc.inspectionresponse.process.AsApplication;

/** Looks at the passwords of the users that the application keeps itself, with the delay, wherever one is asked for. */
@Component
public class OwnPassword {

    /** No password is longer, and each is hashed. */
    private static final int MAX_TYPED = 1000;

    private final IdentityService identity;
    private final AsApplication application;
    private final SignInDelay delay;

    OwnPassword(IdentityService identity, AsApplication application, SignInDelay delay) {
        this.identity = identity;
        this.application = application;
        this.delay = delay;
    }

    /**
     * Whether it is the password of a person who is signed in and is asked for it again.
     *
     * @throws LockedException after too many wrong ones
     */
    public boolean isRight(String user, String password, String address) {
        try (SignInDelay.Attempt attempt = delay.begin(user, address)) {
            boolean right = matches(user, password);
            if (right) {
                attempt.wasRight();
            }
            return right;
        }
    }

    /** The same without the delay, for whoever counts the attempt already. */
    boolean matches(String user, String password) {
        return UserName.canBeAsked(user)
                && password.length() <= MAX_TYPED
                && application.ask(() -> identity.checkPassword(user, password));
    }
}
