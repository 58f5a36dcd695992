package uk.opcc.inspectionresponse.statutory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A moment as people read it, in Europe/London: 19 July 2018, 14:02. In the hour of October that comes twice it says
 * which of the two it is: 28 October 2018, 01:30 BST.
 */
public final class WrittenMoment {

    private static final DateTimeFormatter TO_THE_MINUTE = written("d MMMM yyyy, HH:mm");
    private static final DateTimeFormatter TIME_OF_DAY = written("HH:mm");
    private static final DateTimeFormatter TO_THE_SECOND = written("d MMMM yyyy, HH:mm:ss");

    private static final DateTimeFormatter CLOCK = written(" zzz");

    private WrittenMoment() {}

    /** The moment to the minute, as in 19 July 2018, 14:02. */
    public static String of(Instant moment) {
        return TO_THE_MINUTE.format(moment) + clock(moment);
    }

    /** The moment as it is told on some day: 14:02 where it is that day's, else 19 July 2018, 14:02. */
    public static String asOf(Instant moment, Instant now) {
        return LocalDate.ofInstant(moment, StatutoryPeriod.ZONE).equals(LocalDate.ofInstant(now, StatutoryPeriod.ZONE))
                ? TIME_OF_DAY.format(moment) + clock(moment)
                : of(moment);
    }

    /** The moment to the second, for a record of what came after what: 19 July 2018, 14:02:31. */
    public static String toTheSecond(Instant moment) {
        return TO_THE_SECOND.format(moment) + clock(moment);
    }

    private static String clock(Instant moment) {
        LocalDateTime onTheWall = LocalDateTime.ofInstant(moment, StatutoryPeriod.ZONE);
        return StatutoryPeriod.ZONE.getRules().getValidOffsets(onTheWall).size() > 1 ? CLOCK.format(moment) : "";
    }

    private static DateTimeFormatter written(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(StatutoryPeriod.ZONE);
    }
}
