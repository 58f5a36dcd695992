package uk.opcc.inspectionresponse.platform.rest;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.RefusalOfRequest;

/**
 * Keeps why a listener or a guard refused an input, before the engine's REST API and the one behind its screens answer
 * 500 for what the engine has wrapped. Both of them make their answer themselves, and neither has a public place
 * between.
 */
@Component
class NoteRefusals extends BeforeEachCommand {

    private static final int DEEPEST = 20;

    @Override
    CommandInterceptor another() {
        return new NoteRefusals();
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Throwable cause = e;
            for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
                if (cause instanceof InputRefused refusal) {
                    RefusalOfRequest.note(refusal);
                    break;
                }
                cause = cause.getCause();
            }
            throw e;
        }
    }
}
