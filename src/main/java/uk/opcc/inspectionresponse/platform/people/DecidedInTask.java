package uk.opcc.inspectionresponse.platform.people;

import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

/** What was decided in a task that somebody has completed. */
public interface DecidedInTask {

    /** In the words of the button with which it was completed; nothing where its form has no such choice. */
    Optional<String> of(HistoricTaskInstance completed);
}
