package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** In calendar days: no report that is registered today has a longer period. */
    private static final int AHEAD = RulesOfType.LONGEST;

    private final BankHolidays bankHolidays;
    private final Clock clock;

    TellOfBankHolidays(BankHolidays bankHolidays, Clock clock) {
        this.bankHolidays = bankHolidays;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        LocalDate today = StatutoryPeriod.today(clock);
        String unknown = IntStream.rangeClosed(
                        today.getYear(), new StatutoryPeriod(today).day(AHEAD).getYear())
                .filter(year -> !bankHolidays.ofYears().containsKey(year))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" and "));
        if (!unknown.isEmpty()) {
            LOG.warn(
                    "The bank holidays of {} are not known, so that the last working day before a deadline may be said"
                            + " wrongly. Add them to office.bank-holidays, from the list on gov.uk.",
                    unknown);
        }
    }
}
