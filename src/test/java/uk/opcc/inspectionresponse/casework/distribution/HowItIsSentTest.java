package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;

@DisplayName("How a copy is sent, by what a person chose")
class HowItIsSentTest {

    private static HowSent howSent(State before, String way, String found) {
        Optional<ResponseMail> last = Optional.ofNullable(before).map(state -> {
            ResponseMail mail = mock(ResponseMail.class);
            when(mail.state()).thenReturn(state);
            when(mail.reply()).thenReturn("250 OK");
            return mail;
        });
        return RecordSending.howSent(Distribution.to("a@office.example").sent(way, found), last);
    }

    @ParameterizedTest(name = "after an email that was {0}: {1}, {2} is {3}")
    @CsvSource({
        ", e-mail, , BY_EMAIL",
        ", another, , IN_ANOTHER_WAY",
        "REFUSED, e-mail, , BY_EMAIL",
        "REFUSED, another, arrived, IN_ANOTHER_WAY",
        "DOUBTFUL, e-mail, arrived, FOUND_TO_HAVE_ARRIVED",
        "DOUBTFUL, e-mail, again, BY_EMAIL",
        "DOUBTFUL, , another, IN_ANOTHER_WAY",
        "ACCEPTED, e-mail, arrived, FOUND_TO_HAVE_ARRIVED"
    })
    void chosen(State before, String way, String found, HowSent how) {
        assertThat(howSent(before, way, found)).isEqualTo(how);
    }

    @ParameterizedTest(name = "after an email that was {0}: {1}, {2} is refused with {3}")
    @CsvSource({
        ", , , distribution.way",
        ", arrived, , distribution.way",
        "REFUSED, pigeon, , distribution.way",
        "DOUBTFUL, e-mail, , distribution.found",
        "DOUBTFUL, e-mail, perhaps, distribution.found",
        // The server took it over after the form was opened.
        "ACCEPTED, e-mail, again, distribution.found",
        "ACCEPTED, e-mail, another, distribution.found",
        "ACCEPTED, e-mail, , distribution.found"
    })
    void refused(State before, String way, String found, String field) {
        assertThatThrownBy(() -> howSent(before, way, found))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
