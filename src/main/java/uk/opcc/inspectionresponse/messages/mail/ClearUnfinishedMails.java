package uk.opcc.inspectionresponse.messages.mail;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks again each hour: what a kill left a moment before the start is too young for the first look. */
@Component
class ClearUnfinishedMails {

    private final MailSettings settings;
    private final Clock clock;

    ClearUnfinishedMails(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void look() {
        MailFolder.clear(settings.folder(), clock.instant());
    }
}
