package uk.opcc.inspectionresponse.casework.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Both steps with which a correction begins, as the diagrams of release 1 call them. */
@Component("beginCorrection")
class BeginCorrection implements ExecutionListener {

    private final OpenCorrection open;
    private final TakeOverPublishedTexts texts;

    BeginCorrection(OpenCorrection open, TakeOverPublishedTexts texts) {
        this.open = open;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateExecution execution) {
        open.notify(execution);
        texts.execute(execution);
    }
}
