package uk.opcc.inspectionresponse.platform.signin;

import org.springframework.security.core.AuthenticationException;

/** Says why a directory's person does not come in: once for the log, and once in words for the person. */
class SignInRefusal extends AuthenticationException {

    private final String words;

    SignInRefusal(String logged, String words) {
        super(PlainText.of(logged, 1000));
        this.words = words;
    }

    /** What the person reads. */
    String words() {
        return words;
    }
}
