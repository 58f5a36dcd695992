package uk.opcc.inspectionresponse.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A long text that is quoted")
class ShortenedTest {

    @ParameterizedTest(name = "{0} is {2} where {1} characters are quoted")
    @CsvSource({
        "'', 3, ''",
        "Cus, 3, Cus",
        "Custody, 3, Cus…",
        "Custody, 6, Custod…",
        "Custody, 7, Custody",
        // An emoji is two characters of Java, and half of one is none.
        "Cu😀, 3, Cu…",
        "Cu😀, 4, Cu😀",
        "Cu😀s, 4, Cu😀…"
    })
    void to(String text, int longest, String quoted) {
        assertThat(Shortened.to(longest, text)).isEqualTo(quoted);
    }

    @ParameterizedTest(name = "{0} is {2} in a place for {1}")
    @CsvSource({
        "'', 3, ''",
        "Custod, 6, Custod",
        "Custody, 6, Custo…",
        "Custody, 7, Custody",
        "Cu😀y, 4, Cu…",
        "Cu😀, 4, Cu😀"
    })
    void within(String text, int room, String shown) {
        assertThat(Shortened.within(room, text)).isEqualTo(shown).hasSizeLessThanOrEqualTo(room);
    }
}
