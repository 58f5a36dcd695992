package uk.opcc.inspectionresponse.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pages of a list")
class PagingTest {

    @ParameterizedTest(name = "of {0} responses are {1}")
    @CsvSource({"0, 1", "1, 1", "25, 1", "26, 2", "50, 2", "51, 3", "1000000, 40000"})
    void lastPage(int total, int last) {
        assertThat(Paging.of("", "1", total).last()).isEqualTo(last);
    }

    @ParameterizedTest(name = "are three, and whoever asks for ''{0}'' gets page {1}")
    @CsvSource({
        "1, 1",
        "3, 3",
        "4, 3",
        "0, 1",
        "-1, 1",
        "02, 2",
        "000000000002, 2",
        "2147483648, 3",
        "99999999999999999999999, 3",
        "'', 1",
        "two, 1",
        "2.5, 1",
        "' 2', 1",
        "٢, 1"
    })
    void nearestPage(String asked, int number) {
        Paging page = Paging.of("custody", asked, 60);
        assertThat(page.number()).isEqualTo(number);
        assertThat(page.skipped()).isEqualTo((number - 1) * Paging.SIZE);
    }

    @Test
    @DisplayName("keep the search in the address of each")
    void parameters() {
        assertThat(Paging.of("child & mother", "1", 60).parameters(2)).isEqualTo("?q=child%20%26%20mother&page=2");
        assertThat(Paging.of("", "1", 60).parameters(3)).isEqualTo("?page=3");
    }

    @Test
    @DisplayName("are one where all responses stand on one")
    void none() {
        Paging all = Paging.none(400);
        assertThat(all.last()).isEqualTo(1);
        assertThat(all.total()).isEqualTo(400);
        assertThat(all.skipped()).isZero();
    }
}
