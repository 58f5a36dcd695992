package uk.opcc.inspectionresponse.platform.office;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

/**
 * The bank holidays of England and Wales that are known, {@code office.bank-holidays}.
 *
 * @param ofYears those of each year
 */
public record BankHolidays(SortedMap<Integer, List<LocalDate>> ofYears) {

    static BankHolidays in(OfficeProperties settings) {
        SortedMap<Integer, List<LocalDate>> ofYears = new TreeMap<>();
        settings.bankHolidays()
                .forEach((year, days) -> ofYears.put(
                        year, days.stream().map(day -> day(year, day)).toList()));
        return new BankHolidays(Collections.unmodifiableSortedMap(ofYears));
    }

    private static LocalDate day(int year, String written) {
        try {
            LocalDate day = LocalDate.parse(written.strip());
            if (day.getYear() == year) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new IllegalStateException("office.bank-holidays has \"" + written + "\" in " + year
                + ": give the days of that year, as in " + year + "-12-25.");
    }

    WorkingDays workingDays() {
        return new WorkingDays(ofYears.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet()));
    }
}
