package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The estimated length of a response")
class EstimatedLengthTest {

    private static final Documents DOCUMENTS = new Documents(TheForm.office());
    private static final String SENTENCE = "Forces should say by the end of the year how they will record, review and"
            + " publish what they find, so that people in every part of the county can see what has changed. ";
    private static final int LARGEST = 400;

    static Stream<Arguments> texts() {
        return Stream.of(
                text("paragraphs of prose", number -> SENTENCE.repeat(3) + "\n\n", 36),
                text("long paragraphs", number -> SENTENCE.repeat(60) + "\n\n", 2),
                text("short paragraphs", number -> "Yes.\n\n", 180),
                text("short lines", number -> "Yes.\n", 260),
                text("short list items", number -> "- a\n", 220),
                text("list items of a sentence", number -> "- " + SENTENCE + "\n", 110),
                text("numbered items", number -> number % 999 + 1 + ". Done.\n", 220),
                text("capitals", number -> "THE FORCE SHALL DO IT AT ONCE. ", 500),
                text("a word without an end", number -> "x", 20_000),
                text("ideographs", number -> "\u4e2d", 8_000),
                text("links", number -> "https://inspectorate.example/reports/" + number + "\n", 260),
                text("indented lines", number -> " ".repeat(60) + "x\n", 260));
    }

    private static Arguments text(String name, IntFunction<String> part, int times) {
        return Arguments.of(name, IntStream.range(0, times).mapToObj(part).collect(Collectors.joining()));
    }

    @ParameterizedTest(name = "is about that of its PDF where it has {0}")
    @MethodSource("texts")
    void isThatOfThePdf(String name, String text) {
        Response response = response(text, List.of());
        assertIsAbout(pages(response), response);
    }

    @Test
    @DisplayName("is about that of its PDF where it has many recommendations")
    void recommendations() {
        Response response = response(
                "I agree.",
                IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> new Response.Answer(number, SENTENCE, true, SENTENCE.repeat(2)))
                        .toList());
        assertIsAbout(pages(response), response);
    }

    @Test
    @DisplayName("of 1.2 million characters of prose is within what a response can have")
    void longestProse() {
        String prose = (SENTENCE.repeat(3) + "\n\n").repeat(1_200_000 / (3 * SENTENCE.length() + 2));
        assertThat(EstimatedLength.of(prose)).isLessThan(LARGEST);
    }

    /** The last page is seldom full. */
    private static void assertIsAbout(double pages, Response response) {
        assertThat(EstimatedLength.of(response)).isBetween((pages - 1) * 0.85, pages * 1.1);
    }

    private static double pages(Response response) {
        return DOCUMENTS.pages(DOCUMENTS.in(Format.PDF, DOCUMENTS.html(response)));
    }

    private static Response response(String text, List<Response.Answer> answers) {
        return new Response("Custody", LocalDate.of(2026, 3, 2), "PEEL Inspection", "Good.", null, text, answers);
    }
}
