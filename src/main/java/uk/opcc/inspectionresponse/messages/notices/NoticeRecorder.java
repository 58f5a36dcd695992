package uk.opcc.inspectionresponse.messages.notices;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;

/** Records what people are to be told, as each of them prefers it, and has the process tell-people send it. */
@Component
class NoticeRecorder {

    private static final String PROCESS = "tell-people";

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRecorder.class);

    private final Notices notices;
    private final Preferences preferences;
    private final OutgoingMail outgoing;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final AsApplication application;

    NoticeRecorder(
            Notices notices,
            Preferences preferences,
            OutgoingMail outgoing,
            RepositoryService repository,
            RuntimeService runtime,
            AsApplication application) {
        this.notices = notices;
        this.preferences = preferences;
        this.outgoing = outgoing;
        this.repository = repository;
        this.runtime = runtime;
        this.application = application;
    }

    /** Records it in this transaction, for those who were not told of it before. */
    void record(Kind kind, String task, List<String> addressees) {
        record(kind, task, addressees, Instant.EPOCH);
    }

    /** Records it in this transaction, for those who were not told of it since a moment. */
    void record(Kind kind, String task, List<String> addressees, Instant since) {
        if (addressees.isEmpty() || !canBeSent()) {
            return;
        }
        String firstTask = notices.firstTask(task);
        for (String person : addressees) {
            Preference preference = preferences.of(person);
            if (preference == Preference.NONE || notices.isNoted(kind, firstTask, person, since)) {
                continue;
            }
            if (preference == Preference.DAILY) {
                notices.collect(kind, firstTask, person, task);
            } else {
                ThisTransaction transaction = ThisTransaction.now();
                notices.queue(
                        kind,
                        firstTask,
                        person,
                        task,
                        transaction.messageId(person, outgoing::newMessageId),
                        transaction.sender(this::begin));
            }
        }
    }

    /** Without its process, or while it is suspended, nobody is told; that stops nobody's work. */
    private boolean canBeSent() {
        boolean can = application.ask(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .latestVersion()
                        .active()
                        .count()
                == 1);
        if (!can) {
            LOG.warn("Nobody is told of tasks by email: the process {} is not deployed, or suspended", PROCESS);
        }
        return can;
    }

    private String begin() {
        return application.ask(() -> runtime.startProcessInstanceByMessage(DiagramIds.SOMETHING_HAS_COME)
                .getId());
    }
}
