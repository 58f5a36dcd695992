package uk.opcc.inspectionresponse.oversight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The words of the audit")
class PlainWordsTest {

    @ParameterizedTest(name = "say of {0}: {1}")
    @CsvSource({
        "Complete, completed",
        "SetJobRetries, had it tried again",
        "SetDueDateOfTomorrow, set due date of tomorrow",
        "Claim, claimed"
    })
    void ofOperations(String operation, String words) {
        assertThat(PlainWords.ofOperation(operation)).isEqualTo(words);
    }

    @ParameterizedTest(name = "call {0}: {1}")
    @CsvSource({
        "dueDate, due date",
        "assignee, assignee",
        "datePublished, date published",
        "homeOfficeDistribution, Home Office distribution",
        "nrOfInstances, nr of instances",
        "day56, day56"
    })
    void ofNames(String name, String words) {
        assertThat(PlainWords.of(name)).isEqualTo(words);
    }

    @ParameterizedTest(name = "have no joined words for {0}")
    @MethodSource("operations")
    void ofAllThatTheEngineWrites(String operation) {
        assertThat(PlainWords.ofOperation(operation)).matches("[a-z]+(-[a-z]+)?( [a-z]+(-[a-z]+)?)*");
    }

    @ParameterizedTest(name = "say of {0} what was done, as one would tell it")
    @MethodSource("operations")
    void inThePast(String operation) {
        assertThat(PlainWords.ofOperation(operation))
                .matches(
                        "[a-z]+ed|sent .+|had .+|(moved|changed|added|removed|resumed|suspended|started|recorded|deleted|evaluated|released) .+"
                                + "|handed back");
    }

    @ParameterizedTest(name = "show {1} in {0} as: {2}")
    @CsvSource({
        "datePublished, 2018-07-19, 19 July 2018",
        "commentsInvitedBy, 2026-12-01, 1 December 2026",
        "datePublished, soon, soon",
        "datePublished, 2018-02-30, 2018-02-30",
        "title, 2018-07-19, 2018-07-19",
        "dueDate, 1784304000000, '17 July 2026, 17:00'",
        "dueDate, tomorrow, tomorrow"
    })
    void values(String field, String stored, String words) {
        assertThat(PlainWords.ofValue(field, stored)).isEqualTo(words);
    }

    static Stream<String> operations() {
        return Stream.of(UserOperationLogEntry.class.getFields())
                .filter(field -> field.getName().startsWith("OPERATION_TYPE_"))
                .map(PlainWordsTest::value);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
