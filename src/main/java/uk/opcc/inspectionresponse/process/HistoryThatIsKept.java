package uk.opcc.inspectionresponse.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/**
 * The engine's full history, without what each variable's declaration leaves out of it: every completion would
 * otherwise write a third of its rows for values that nobody ever asks the history for.
 *
 * <p>It has the name and the number of the engine's own level, so that databases of earlier releases go on with it. The
 * engine's manual tells to make such a level from these internal classes; there are no public ones.
 */
@Component
class HistoryThatIsKept extends HistoryLevelFull implements ProcessEnginePlugin {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        if (entity instanceof VariableInstance variable) {
            return kept(variable.getName()) != KeptInHistory.NOTHING && super.isHistoryEventProduced(event, entity);
        }
        if (entity instanceof HistoricVariableUpdateEventEntity change) {
            return kept(change.getVariableName()) == KeptInHistory.EACH_CHANGE
                    && super.isHistoryEventProduced(event, entity);
        }
        // What a form sent is kept as the change of the variable that it became.
        return event != HistoryEventTypes.FORM_PROPERTY_UPDATE && super.isHistoryEventProduced(event, entity);
    }

    private static KeptInHistory kept(String name) {
        if (ProcessVariables.OF_THE_ENGINE.contains(name)) {
            return KeptInHistory.NOTHING;
        }
        ProcessVariable<?> declared = ProcessVariables.all().get(name);
        return declared == null ? KeptInHistory.EACH_CHANGE : declared.kept();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<HistoryLevel> levels = new ArrayList<>(
                Optional.ofNullable(configuration.getCustomHistoryLevels()).orElse(List.of()));
        levels.add(this);
        configuration.setCustomHistoryLevels(levels);
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
