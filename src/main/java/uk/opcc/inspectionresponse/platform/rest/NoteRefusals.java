package uk.opcc.inspectionresponse.platform.rest;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.RefusalOfRequest;

/**
 * Keeps why a listener or a guard refused an input, before the engine's REST API and the one behind its screens answer 500
 * for what the engine has wrapped. Both of them make their answer themselves, and neither has a public place between.
 */
@Component
class NoteRefusals extends CommandInterceptor implements ProcessEnginePlugin {

    private static final int DEEPEST = 20;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                added(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                added(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    /** One for each chain, as each knows what comes next in it. */
    private static List<CommandInterceptor> added(List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(new NoteRefusals());
        return all;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        // nothing is to be done
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // nothing is to be done
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
