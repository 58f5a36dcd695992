package uk.opcc.inspectionresponse.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The texts of one inspection: of the real one of 2018 where they are beside the project, else of an invented one of
 * the same shape.
 */
record InspectionTexts(String title, String keyFindings, String comments, String response) {

    private static final Path REAL = Path.of("../shared/cases/understanding-the-difference.txt");

    /** With this set the invented texts are used in any case, and the pictures go into the README. */
    static final boolean FOR_THE_README = Boolean.getBoolean("readme.pictures");

    static InspectionTexts get() {
        return Files.isRegularFile(REAL) && !FOR_THE_README ? real() : invented();
    }

    private static InspectionTexts real() {
        try {
            String document = Files.readString(REAL);
            return new InspectionTexts(
                    between(document, "Inspection Title:", "Date Published:"),
                    between(document, "KEY FINDINGS:", "CHIEF CONSTABLE RESPONSE"),
                    between(
                            document,
                            "CHIEF CONSTABLE RESPONSE TO REPORT AND ANY RECOMMENDATIONS:",
                            "PCC RESPONSE TO REPORT"),
                    between(document, "\nPCC RESPONSE TO REPORT AND ANY RECOMMENDATIONS:", "For Office Use Only:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String between(String document, String from, String to) {
        int begin = document.indexOf(from) + from.length();
        return document.substring(begin, document.indexOf(to, begin)).strip();
    }

    private static InspectionTexts invented() {
        return new InspectionTexts("Heard the First Time – the police response to repeat callers", """
                        The inspectors looked at how forces answer people who call again and again about the same trouble. \
                        They visited eight forces and asked all of them for data.

                        Most call takers are patient and kind. Few can see that somebody has called before; where they can, \
                        the “repeat” mark helps, and victims are safer.

                        Progress has been made since 2015, but it costs £9 a call and it is slow.""", """
                        The Constabulary welcomes the report. The control room's new system marks repeat callers from May \
                        onwards, and all call takers have been trained to use it.

                        We recognise that the mark alone is not enough, and have asked our partners to work with us.""", """
                        "Nobody should have to explain their fear a fifth time. I welcome the report, and I thank the \
                        control room for what it has done already.

                        "I have asked the Chief Constable to come back to my public forum in the autumn and to tell us what \
                        has changed for those who call."\
                        """);
    }
}
