package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.opcc.inspectionresponse.platform.office.References;

@DisplayName("The references of imported responses")
class ReferencesToGiveTest {

    private static final LocalDate DAY = LocalDate.of(2015, 7, 21);

    private final ReferencesToGive references =
            new ReferencesToGive(new References("OPCCN/{year}/{number}"), Set.of("2015-07-21-taken"));

    @Test
    @DisplayName("are made of the day and the words of the title, without accents, apostrophes and signs")
    void made() {
        assertThat(references.make(DAY, "The Constable\u2019s \u201Ccaf\u00E9\u201D \u2013 50% of it!"))
                .isEqualTo("2015-07-21-the-constables-cafe-50-of-it");
        assertThat(references.make(DAY, "\u8B66\u5BDF")).isEqualTo("2015-07-21-response");
    }

    @Test
    @DisplayName("end with a word where the title is long, and with a number where something else has them")
    void longOrTaken() {
        assertThat(references.make(DAY, "A word and another one ".repeat(20)))
                .isEqualTo("2015-07-21-a-word-and-another-one-a-word-and-another-one-a-word-and-another-one");
        assertThat(references.make(DAY, "Taken")).isEqualTo("2015-07-21-taken-2");
        assertThat(references.make(DAY, "TAKEN?")).isEqualTo("2015-07-21-taken-3");
        assertThat(references.take("2015-07-21-TAKEN-3")).isFalse();
        assertThat(references.take("Given")).isTrue();
        assertThat(references.take("given")).isFalse();
    }

    @Test
    @DisplayName("are made one after the other where many have the same title, also beside one that the office gives")
    void many() {
        references.take("2015-07-21-annual-3");
        assertThat(IntStream.range(0, 5_000).mapToObj(number -> references.make(DAY, "Annual")))
                .doesNotHaveDuplicates()
                .startsWith("2015-07-21-annual", "2015-07-21-annual-2", "2015-07-21-annual-4")
                .endsWith("2015-07-21-annual-5001");
    }

    @Test
    @DisplayName("are none of those that the office counts, in whichever form")
    void notCounted() {
        ReferencesToGive others = new ReferencesToGive(new References("{year}/{number}"), Set.of());
        assertThat(others.make(DAY, "Custody")).isEqualTo("earlier-2015-07-21-custody");
    }
}
