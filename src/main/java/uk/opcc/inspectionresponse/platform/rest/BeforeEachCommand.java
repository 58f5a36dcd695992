package uk.opcc.inspectionresponse.platform.rest;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Stands before every command of the engine, whoever gives it; the public API has no such place. */
abstract class BeforeEachCommand extends CommandInterceptor implements ProcessEnginePlugin {

    /** Another one like this, as each knows what comes next in its chain. */
    abstract CommandInterceptor another();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                added(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                added(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> added(List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(another());
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
}
