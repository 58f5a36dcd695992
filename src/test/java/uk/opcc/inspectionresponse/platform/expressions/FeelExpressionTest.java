package uk.opcc.inspectionresponse.platform.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A FEEL expression that is read")
class FeelExpressionTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    if (, 1 2, )
                    if f(, 1 2, )
                    if [, 1 2, ]
                    for x in (, 1 2, )
                    some x in (, 1 2, )
                    every x in [, 1 2, ]
                    function(x) (, 1 2, )
                    (x in (, 1 2, ))
                    """)
    @DisplayName("has no conditions in conditions that would keep the parser busy")
    void conditionsInConditions(String begin, String within, String end) {
        assertThatThrownBy(() -> FeelExpression.read(begin.repeat(6) + within + end.repeat(6)))
                .isInstanceOf(UnreadableExpression.class)
                .hasMessageContaining("brackets in each other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (a) then (b) else if (c) then (d) else if (e) then (f) else if (g) then (h) else (i)",
                "if count(for x in list[y = (1)] return (x)) > 0 then \"a (\\\" b\" else null",
                "1 // it's (a \"remark\n + 2",
                "1 /* it's [ \"another */ + 2",
                "5 in ]1..5]"
            })
    @DisplayName("may have conditions after each other, and remarks")
    void conditionsAfterEachOther(String expression) throws UnreadableExpression {
        assertThat(FeelExpression.read(expression).unknownFunctions()).isEmpty();
    }

    @Test
    @DisplayName("names nothing within a filter that may be a property of what is filtered")
    void filter() throws UnreadableExpression {
        assertThat(FeelExpression.read("explanations[rule.kind = one]").names()).containsExactly("explanations");
    }

    @Test
    @DisplayName("is worked out where it has nothing but days and numbers")
    void constant() throws UnreadableExpression {
        assertThat(FeelExpression.read("2018-07-19").constant()).contains("1992");
        assertThat(FeelExpression.read("date(\"2018-07-19\")").constant()).contains("2018-07-19");
        assertThat(FeelExpression.read("count([1, 9])").constant()).isEmpty();
        assertThat(FeelExpression.read("title").constant()).isEmpty();
    }
}
