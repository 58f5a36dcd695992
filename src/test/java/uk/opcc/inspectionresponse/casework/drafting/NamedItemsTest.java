package uk.opcc.inspectionresponse.casework.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

@DisplayName("Items that the drafter names")
class NamedItemsTest {

    private static final List<Item> ITEMS = List.of(
            item(1, "Recommendation 4"),
            item(2, "Recommendation 12"),
            item(3, "Recommendation 4.1"),
            item(4, "Area for improvement 2"),
            item(5, "Cause of concern 1, recommendation 2"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            4                                                     | 1
            12, 4                                                 | 1, 2
            recommendation 12                                     | 2
            Recommendations 4 and 12                              | 1, 2
            4.1                                                   | 3
            area for improvement 2; RECOMMENDATION 4.1            | 3, 4
            Cause of concern 1, recommendation 2 and 12           | 2, 5
            Recommendation 4, 12, Cause of concern 1, recommendation 2 | 1, 2, 5
            """)
    @DisplayName("are found by their names as printed, or by the numbers alone:")
    void found(String typed, String numbers) {
        assertThat(new NamedItems(ITEMS).in(typed))
                .extracting(item -> Integer.toString(item.number()))
                .containsExactly(numbers.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2        | may be Area for improvement 2 or Cause of concern 1, recommendation 2
            5        | '5' is none of those from Recommendation 4 to Cause of concern 1, recommendation 2
            4, twelve | 'twelve' is none of
            ,        | name at least one of them
            """)
    @DisplayName("are refused where one is none of them, or may be two:")
    void refused(String typed, String why) {
        assertThatThrownBy(() -> new NamedItems(ITEMS).in(typed))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("are refused where the report has none")
    void none() {
        assertThatThrownBy(() -> new NamedItems(List.of()).in("1"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("the report includes no recommendation");
    }

    private static Item item(int number, String label) {
        return new Item(number, "Do it.", null, label, null, null, null, null, null, null);
    }
}
