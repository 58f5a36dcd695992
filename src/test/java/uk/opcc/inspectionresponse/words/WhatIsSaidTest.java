package uk.opcc.inspectionresponse.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The page of everything that the application says")
class WhatIsSaidTest {

    private static final Path PAGE = Path.of("docs/words.md");

    /** Rooms whose words clients of the REST API, administrators and process owners read. */
    private static final Pattern FOR_ADMINISTRATORS = Pattern.compile(
            "platform/(rest|deployment|signin|start|office|database|server|move)/|messages/mail/|StatutoryPeriodController"
                    + "|(Mail|Notices)NotSent");

    @Test
    @DisplayName("is what the forms, pages, scripts and code say; -Ddocs.write=true writes it anew")
    void page() throws IOException {
        String page = """
                # Everything that the application says

                For whoever reads it as a colleague would: each label, message and refusal once, by the file that says it. What is
                put in stands in braces. A test writes this page from the forms, the pages, the scripts and the code, and holds it to
                a few rules of plain words; a change of words is a change of this page, so that somebody reads it.

                %s
                """.formatted(all().entrySet().stream()
                .map(file -> "## " + shortened(file.getKey()) + "\n\n" + String.join("\n", file.getValue()))
                .collect(Collectors.joining("\n\n")));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("written by -Ddocs.write=true").hasContent(page);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '→', textBlock = """
                    no ceremony → (?i)\\b(please|sorry|oops|kindly)\\b
                    no contractions → (?i)\\b(can|don|won|isn|doesn|didn|couldn|haven|hasn|aren|wasn|shouldn)['’]t\\b
                    no Latin → (?i)\\b(e\\.g\\.|i\\.e\\.|etc\\b|via\\b|per se)
                    no words of a machine → (?i)\\b(invalid|illegal|null|boolean|exception|error code|undefined|UTC|timestamp|UUID)\\b
                    no days as a machine has them → \\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b
                    English, in one spelling → (?i)\\b(e-mail|log ?in|sign up|organiz|color|center|dialog)\\b
                    """)
    @DisplayName("has, for staff,")
    void plain(String rule, String pattern) throws IOException {
        Pattern broken = Pattern.compile(pattern);
        assertThat(said())
                .filteredOn(said -> !FOR_ADMINISTRATORS.matcher(said.where()).find())
                .filteredOn(said -> broken.matcher(said.withoutWhatIsPutIn()).find())
                .as(rule)
                .isEmpty();
    }

    @Test
    @DisplayName("has, for staff, no name of a field, a variable or a permission")
    void noNamesOfMachines() throws IOException {
        Pattern name = Pattern.compile("\\b(?!JavaScript|OpenID)[a-z]+[A-Z]\\w*|\\b[a-z]+_[a-z]+|\\b[A-Z]+_[A-Z]+");
        assertThat(said())
                .filteredOn(said -> !FOR_ADMINISTRATORS.matcher(said.where()).find())
                .filteredOn(said -> name.matcher(said.withoutWhatIsPutIn()).find())
                .isEmpty();
    }

    private static Map<String, List<String>> all() throws IOException {
        return said().stream()
                .collect(Collectors.groupingBy(
                        Said::where,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                Said::line,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        lines -> lines.stream().distinct().toList()))));
    }

    private static List<Said> said() throws IOException {
        List<Said> all = new ArrayList<>();
        all.addAll(SaidByForms.all());
        all.addAll(SaidByPages.all());
        all.addAll(SaidByScripts.all());
        all.addAll(SaidByCode.all());
        return all;
    }

    private static String shortened(String file) {
        return file.replaceAll(".*/(inspectionresponse|resources)/", "").replaceAll("\\.java$", "");
    }
}
