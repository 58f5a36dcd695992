package uk.opcc.inspectionresponse.casework.registration;

import java.time.LocalDate;

/**
 * Hears of which report an inspection is when that is corrected, so that the report is known if it is registered again.
 */
public interface CorrectedReports {

    /** The title or the day of publication of a report was not what it is now. */
    void isCorrected(String reference, String title, LocalDate published);
}
