package uk.opcc.inspectionresponse.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Asks the engine for what the application itself must know, whatever whoever is signed in may see. */
@Component
public class AsApplication {

    private final IdentityService identity;

    AsApplication(IdentityService identity) {
        this.identity = identity;
    }

    /** The answer to a question that is asked for nobody; afterwards whoever was signed in is so again. */
    public <T> T ask(Supplier<T> question) {
        Authentication signedIn = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (signedIn != null) {
                identity.setAuthentication(signedIn);
            }
        }
    }
}
