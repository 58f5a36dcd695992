package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.BankHolidays;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Tells the administrator at the start when the list of bank holidays is about to end: gov.uk adds years to it. */
@Component
class TellOfBankHolidays {

    private static final Logger LOG = LoggerFactory.getLogger(TellOfBankHolidays.class);

    /** In calendar days: longer than any period that a report registered today is likely to have. */
    private static final int AHEAD = 120;

    private final BankHolidays bankHolidays;
    private final Clock clock;

    TellOfBankHolidays(BankHolidays bankHolidays, Clock clock) {
        this.bankHolidays = bankHolidays;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        int needed =
                new StatutoryPeriod(StatutoryPeriod.today(clock)).day(AHEAD).getYear();
        if (bankHolidays.lastYear().filter(last -> last >= needed).isEmpty()) {
            LOG.warn(
                    "The bank holidays of {} are not known, so that the last working day before a deadline may be said"
                            + " wrongly. Add them to office.bank-holidays, from the list on gov.uk.",
                    needed);
        }
    }
}
