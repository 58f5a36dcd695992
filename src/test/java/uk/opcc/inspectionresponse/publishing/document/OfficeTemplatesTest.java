package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import uk.opcc.inspectionresponse.publishing.document.OfficeTemplates.RefusedFile;

@DisplayName("The office's own templates")
class OfficeTemplatesTest {

    @TempDir
    private Path folder;

    private final Response response = TheForm.withItems(12);

    @Test
    @DisplayName("are the built-in ones as long as the folder has none")
    void emptyFolder() {
        OfficeTemplates templates = TheForm.templates(folder);

        assertThat(templates.refused()).isEmpty();
        assertThat(new Documents(TheForm.office(), templates).html(response))
                .isEqualTo(new Documents(TheForm.office()).html(response));
    }

    @ParameterizedTest(name = "can begin with the built-in {0}")
    @EnumSource
    void builtIn(TemplateFile file) throws IOException {
        write(file, TheForm.builtIn(file));

        OfficeTemplates templates = TheForm.templates(folder);

        assertThat(templates.refused()).isEmpty();
        assertThat(new Documents(TheForm.office(), templates).letter(response, TheForm.letter()))
                .isEqualTo(new Documents(TheForm.office()).letter(response, TheForm.letter()));
    }

    @Test
    @DisplayName("replace both layouts, their styles and the letterhead, and the PDF stays PDF/UA-1")
    void replaced() throws Exception {
        change(TemplateFile.RESPONSE, "KEY FINDINGS:", "What the inspectors found");
        change(TemplateFile.LETTER, "KEY FINDINGS:", "What they found");
        change(TemplateFile.RESPONSE_STYLES, "#0b4f9e", "#123456");
        change(TemplateFile.LETTER_STYLES, "12.5pt", "13pt");
        Files.write(folder.resolve("letterhead.jpg"), TheForm.letterhead("jpg"));

        OfficeTemplates templates = TheForm.templates(folder);
        Documents documents = new Documents(TheForm.office(), templates);
        byte[] form = documents.html(response);
        byte[] letter = documents.letter(response, TheForm.letter());

        assertThat(templates.refused()).isEmpty();
        assertThat(text(form)).contains("What the inspectors found", "#123456").doesNotContain("13pt", "#0b4f9e");
        assertThat(text(letter)).contains("What they found", "#123456", "13pt", "data:image/jpeg;base64,");
        VeraGreenfieldFoundryProvider.initialise();
        for (byte[] html : List.of(form, letter)) {
            assertThat(TheForm.textIn(Format.WORD, documents.in(Format.WORD, html)))
                    .contains("found");
            try (PDFAParser parser = Foundries.defaultInstance()
                    .createParser(new ByteArrayInputStream(documents.in(Format.PDF, html)), PDFAFlavour.PDFUA_1)) {
                assertThat(Foundries.defaultInstance()
                                .createValidator(PDFAFlavour.PDFUA_1, false)
                                .validate(parser)
                                .isCompliant())
                        .isTrue();
            }
        }
    }

    /** In the built-in template, a piece that becomes another; with the line in which it stands, and the reason. */
    private record Broken(TemplateFile file, String piece, String instead, String reason) {

        @Override
        public String toString() {
            return file.fileName() + ", " + instead.strip();
        }
    }

    static List<Broken> broken() {
        TemplateFile response = TemplateFile.RESPONSE;
        TemplateFile letter = TemplateFile.LETTER;
        return List.of(
                new Broken(response, "<h2>KEY FINDINGS:</h2>", "<h2>KEY FINDINGS:", "not well-formed"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<h2>KEY FINDINGS:</h3>", "not well-formed"),
                new Broken(response, "${response.keyFindings}", "${response.findings}", "no \"findings\""),
                new Broken(response, "${office.document.bodyHeading}", "${offise.name}", "no \"offise\""),
                new Broken(response, "${office.document.bodyHeading}", "${letter.reference}", "no \"letter\""),
                new Broken(response, "${office.document.bodyHeading}", "${office.name", "not understood"),
                new Broken(response, "${office.document.bodyHeading}", "${T(java.lang.Runtime)}", "reaches a class"),
                new Broken(response, "${office.document.bodyHeading}", "${@documents}", "reaches a bean"),
                new Broken(response, "${office.document.bodyHeading}", "${response.class}", "reaches a class"),
                new Broken(response, "${office.document.bodyHeading}", "${new java.io.File('x')}", "new"),
                new Broken(response, "${office.document.bodyHeading}", "${#ctx}", "#ctx"),
                new Broken(
                        response, "${office.document.bodyHeading}", "${T&#40;java.lang.Runtime)}", "reaches a class"),
                new Broken(response, "${office.document.bodyHeading}", "${'\\' + T(java.lang.Runtime) + '\\'}", "\\"),
                new Broken(response, "${office.document.bodyHeading}", "${response['class'].name}", "reaches anything"),
                new Broken(response, "${office.document.bodyHeading}", "__${office.name}__", "__"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:attr=\"onclick='x()'\">KEY FINDINGS:</h2>",
                        "runs nothing"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2><a href=\"javascript:alert(1)\">KEY</a></h2>",
                        "a link leads to"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<th:block th:replace=\"~{letter}\"/>", "what blocks has"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<th:block th:replace=\"~{:: x}\"/>", "what blocks has"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<h2 th:fragment=\"x(a)\">K</h2>", "no parts of its own"),
                new Broken(
                        response,
                        "~{blocks :: typed(${response.keyFindings}, 2)}",
                        "~{blocks :: typed(text=${response.keyFindings}, level=2)}",
                        "without names"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:each=\"'styles' : ${response.recommendations}\">K</h2>",
                        "is a word"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:with=\"a=1, 'styles'=${response.title}\">K</h2>",
                        "is a word"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:text=\"${&quot;a&quot== T(org.jsoup.Jsoup).parse('x') +&quot=z&quot;}\">K</h2>",
                        "reaches a class"),
                new Broken(response, "<h2>KEY FINDINGS:</h2>", "<h2 aria-hidden=\"true\">K</h2>", "hides nothing"),
                new Broken(response, "<h2>KEY FINDINGS:</h2>", "<h2>[[${#vars}]]</h2>", "#vars"),
                new Broken(
                        response,
                        "th:text=\"${office.document.bodyHeading}\"",
                        "th:utext=\"${office.document.bodyHeading}\"",
                        "th:utext"),
                new Broken(letter, "~{blocks :: typed(${response.keyFindings}, 2)}", "~{sign-in}", "what blocks has"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>KEY FINDINGS:</h2><p><img src=\"https://example.org/a.png\" alt=\"a\"/></p>",
                        "loads nothing"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<h2 onclick=\"x()\">K</h2>", "runs nothing"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<script>alert(1)</script>", "no <script>"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<p style=\"background: url(https://example.org/a.png)\">K</p>",
                        "loads nothing"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<h4>KEY FINDINGS:</h4>", "no level is left out"),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<h2>K</h2><figure><p>K</p></figure>", "no"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>K</h2><table><tr><td>a</td></tr><tr></tr></table>",
                        "each row"),
                new Broken(
                        TemplateFile.RESPONSE_STYLES,
                        "html {",
                        "@import \"https://example.org/a.css\"; html {",
                        "@import"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>[[${\"'\" + T(org.jsoup.Jsoup).parse(\"x\") + \"'\"}]]</h2>",
                        "reaches a class"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:text=\"${&quot;'&quot; + T(java.lang.System).getenv(&quot;PATH&quot;) + &quot;'&quot;}\">K</h2>",
                        "reaches a class"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:with=\"class=${1}\" th:text=\"${response.recommendations.![class]}\">K</h2>",
                        "the name \"class\""),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:text=\"${response.recommendations.![class]}\">K</h2>",
                        "reaches a class"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:text=\"${response.recommendations.?[getClass() != null]}\">K</h2>",
                        "reaches a class"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:with=\"response=${letter}\">K</h2>",
                        "the name \"response\""),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:each=\"new : ${response.recommendations}\">K</h2>",
                        "the name \"new\""),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:text=\"${office.name.repeat(1000)}\">K</h2>",
                        "repeat"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:text=\"${{office.name}}\">K</h2>",
                        "not understood"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:text=\"${'}' + T(java.lang.Runtime)}\">K</h2>",
                        "not understood"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<!-- [[${T(java.lang.Runtime)}]] --><h2>K</h2>",
                        "reaches a class"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>K</h2><style>@import \"https://example.org/a.css\";</style>",
                        "@import"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>K</h2><style th:text=\"${office.name}\">x::after { content: \"/*\"} body { background: url(https://example.org/a.png)} x::after { content: \"*/\"}</style>",
                        "url("),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:attr=\"hidden=${office.name}\">K</h2>",
                        "hides nothing"),
                new Broken(response, "<h2>KEY FINDINGS:</h2>", "<h2 hidden=\"hidden\">K</h2>", "hides nothing"),
                new Broken(response, "<h2>KEY FINDINGS:</h2>", "<h2 style=\"display: none\">K</h2>", "hides nothing"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>K</h2><p><input th:src=\"${office.name}\"/></p>",
                        "no <input>"),
                new Broken(
                        letter,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>K</h2><p><img th:src=\"${office.name}\" alt=\"a\"/></p>",
                        "loads nothing"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2 th:attrappend=\"background='https://example.org/a.png'\">K</h2>",
                        "no background"),
                new Broken(
                        response,
                        "<h2>KEY FINDINGS:</h2>",
                        "<h2>K</h2><th:block th:replace=\"~{blocks :: typed(${response.title}, 2)}\"/>",
                        "there is no \"blocks\""),
                new Broken(letter, "<h2>KEY FINDINGS:</h2>", "<h2>K</h2><!-- </main> -->", "a comment has no </main>"),
                new Broken(
                        response,
                        "<body>",
                        "<body th:attr=\"background='https://example.org/a.png'\">",
                        "no background"),
                new Broken(
                        letter,
                        "<meta name=\"author\" th:content=\"${office.name}\"/>",
                        "<meta th:http-equiv=\"${'refresh'}\" th:content=\"${'0;url=https://example.org'}\"/>",
                        "no th:http-equiv"),
                new Broken(letter, "</body>", "<!-- </MAIN > --></body>", "a comment has no </main>"),
                new Broken(
                        response,
                        "<th:block th:replace=\"~{blocks :: answers(${response.recommendations})}\"/>",
                        "<th:block th:replace=\"~{blocks :: answers(${response.recommendations})}\"/>"
                                + "<th:block th:each=\"a : ${response.recommendations}\"><th:block th:each=\"i : ${a.items}\"><th:block th:replace=\"~{blocks :: typed(${i.comment}, 3)}\"/></th:block></th:block>",
                        "blocks"),
                new Broken(
                        TemplateFile.RESPONSE_STYLES,
                        "body { margin: 0; }",
                        "body { margin: 0; } .quoted { display : none; }",
                        "hides nothing"),
                new Broken(
                        TemplateFile.LETTER_STYLES,
                        ".letter h1",
                        "a::after { content: \"/*\"} body { background: url(https://example.org/a.png)} a::after { content: \"*/\"} .letter h1",
                        "url("),
                new Broken(
                        TemplateFile.LETTER_STYLES,
                        ".letter h1",
                        "a { background: url(data:/*)} body { background: url(https://example.org/a.png)} a { background: url(data:*/)} .letter h1",
                        "url("),
                new Broken(TemplateFile.RESPONSE_STYLES, "body { margin: 0; }", "body { margin: 0;", "does not end"),
                new Broken(TemplateFile.LETTER_STYLES, ".letter h1", "</style> h1", "no \"<\""));
    }

    @ParameterizedTest(name = "are refused with the file and the line: {0}")
    @MethodSource("broken")
    void refused(Broken broken) throws IOException {
        int line = change(broken.file(), broken.piece(), broken.instead());
        OfficeTemplates templates = TheForm.templates(folder);
        Documents documents = new Documents(TheForm.office(), templates);

        assertThat(templates.refused()).singleElement().satisfies(file -> {
            assertThat(file.file()).isEqualTo(broken.file().fileName());
            assertThat(file.line()).as(file.inWords()).isEqualTo(line);
            assertThat(file.reason()).contains(broken.reason());
            assertThat(file.inWords()).startsWith(file.file() + ", line " + line);
        });
        boolean form = broken.file().isOfResponse();
        Documents delivered = new Documents(TheForm.office());
        assertThat(form ? documents.html(response) : documents.letter(response, TheForm.letter()))
                .isEqualTo(form ? delivered.html(response) : delivered.letter(response, TheForm.letter()));
    }

    @Test
    @DisplayName("serve all the same where another one is refused")
    void otherServes() throws IOException {
        change(TemplateFile.RESPONSE, "<h2>KEY FINDINGS:</h2>", "<h2>KEY FINDINGS:");
        change(TemplateFile.LETTER, "<h2>KEY FINDINGS:</h2>", "<h2>Our own words.</h2>");

        Documents documents = TheForm.documents(folder);

        assertThat(text(documents.letter(response, TheForm.letter()))).contains("Our own words.");
        assertThat(documents.html(response)).isEqualTo(new Documents(TheForm.office()).html(response));
    }

    @Test
    @DisplayName("are in the health where one is refused: the monitoring is told, and the application answers")
    void health() throws IOException {
        assertThat(new TemplatesHealth(TheForm.templates(folder)).health().getStatus())
                .isEqualTo(Status.UP);
        int line = change(TemplateFile.LETTER, "${letter.reference}", "${letter.number}");

        Health health = new TemplatesHealth(TheForm.templates(folder)).health();
        assertThat(health.getStatus().getCode()).isEqualTo("ATTENTION");
        assertThat(health.getDetails().get("refused"))
                .asString()
                .startsWith("[letter.html, line " + line)
                .contains("there is no \"number\"");
    }

    static List<Broken> leftOut() {
        return List.of(
                new Broken(
                        TemplateFile.RESPONSE,
                        "<th:block th:replace=\"~{blocks :: typed(${response.chiefConstable}, 2)}\"/>",
                        "",
                        "the Chief Constable's comments, which section 55(5)(b)"),
                new Broken(
                        TemplateFile.LETTER,
                        "<th:block th:replace=\"~{blocks :: typed(${response.localPolicingBody}, 2)}\"/>",
                        "",
                        "the comments of the local policing body, which section 55(5)(a)"),
                new Broken(
                        TemplateFile.LETTER,
                        "<th:block th:replace=\"~{blocks :: answers(${response.recommendations})}\"/>",
                        "",
                        "the explanations of the items, which section 55(5B)"),
                new Broken(
                        TemplateFile.LETTER,
                        "~{blocks :: inLines(${letter.addressee})}",
                        "~{}",
                        "to whom the letter goes"),
                new Broken(
                        TemplateFile.LETTER,
                        "<th:block th:replace=\"~{blocks :: answers(${response.recommendations})}\"/>",
                        "<th:block th:unless=\"${response.chiefConstable.blocks.isEmpty()}\">"
                                + "<th:block th:replace=\"~{blocks :: answers(${response.recommendations})}\"/></th:block>",
                        "the explanations of the items, which section 55(5B)"),
                new Broken(
                        TemplateFile.RESPONSE,
                        "<section class=\"signature\" th:if=\"${response.signature}\">",
                        "<section class=\"signature\" th:if=\"${response.signature} and ${response.signature.name}\">",
                        "the title of who signs"),
                new Broken(
                        TemplateFile.RESPONSE,
                        "<section class=\"signature\" th:if=\"${response.signature}\">",
                        "<section class=\"signature\" th:if=\"${response.signature} and ${response.signature.title}\">",
                        "the name of who signs"),
                new Broken(
                        TemplateFile.LETTER,
                        "${#strings.endsWith(statute, '.') ? statute : statute + '.'}",
                        "|Section 55 of the Police Act 1996 asks for this|",
                        "the sentence about the law"),
                new Broken(
                        TemplateFile.RESPONSE,
                        "<th:block th:replace=\"~{blocks :: answers(${response.recommendations})}\"/>",
                        "<th:block th:each=\"a : ${response.recommendations}\"><th:block th:each=\"i : ${a.items}\">"
                                + "<p th:text=\"${i.label}\">1</p>"
                                + "<th:block th:replace=\"~{blocks :: typed(${i.text}, 2)}\"/></th:block>"
                                + "<th:block th:if=\"${a.explanation}\">"
                                + "<th:block th:replace=\"~{blocks :: typed(${a.explanation}, 2)}\"/></th:block></th:block>",
                        "the owners of the actions; the Chief Constable's comments on items"));
    }

    @ParameterizedTest(name = "are refused where they leave out what the Act asks for: {0}")
    @MethodSource("leftOut")
    void leavesOut(Broken broken) throws IOException {
        change(broken.file(), broken.piece(), broken.instead());

        assertThat(TheForm.templates(folder).refused()).singleElement().satisfies(file -> {
            assertThat(file.line()).isPositive();
            assertThat(file.reason()).startsWith("it leaves out").contains(broken.reason());
        });
    }

    @Test
    @DisplayName("are refused in a file of 50 MB, in another encoding, and where a name is a folder's")
    void files() throws IOException {
        byte[] large = new byte[50_000_000];
        Arrays.fill(large, (byte) ' ');
        Files.write(folder.resolve("response.html"), large);
        Files.write(folder.resolve("response.css"), "p {}\n/* caf\u00E9 */".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("letter.html"));

        assertThat(TheForm.templates(folder).refused())
                .extracting(RefusedFile::inWords)
                .containsExactlyInAnyOrder(
                        "response.html: it is larger than 500 KB",
                        "response.css, line 2, column 7: a character is not in UTF-8: save the file in this encoding",
                        "letter.html: it is no file");
    }

    @ParameterizedTest(name = "are refused in a letterhead that is {0}")
    @ValueSource(
            strings = {"no picture", "cut off", "too large", "a picture with too many pixels", "2,500 by 2,000 pixels"})
    void letterhead(String what) throws IOException {
        byte[] whole = TheForm.letterhead("png");
        byte[] content = switch (what) {
            case "no picture" -> "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
            case "cut off" -> Arrays.copyOf(whole, whole.length / 2);
            case "2,500 by 2,000 pixels" -> {
                ByteArrayOutputStream large = new ByteArrayOutputStream();
                ImageIO.write(new BufferedImage(2500, 2000, BufferedImage.TYPE_BYTE_BINARY), "png", large);
                yield large.toByteArray();
            }
            case "too large" -> Arrays.copyOf(whole, 5_000_000);
            default -> {
                // Of the header: its width.
                whole[17] = 1;
                yield whole;
            }
        };
        Files.write(folder.resolve("letterhead.png"), content);

        OfficeTemplates templates = TheForm.templates(folder);
        assertThat(templates.refused()).hasSize(1);
        assertThat(new Documents(TheForm.office(), templates).letter(response, TheForm.letter()))
                .isEqualTo(new Documents(TheForm.office()).letter(response, TheForm.letter()));
    }

    @Test
    @DisplayName(
            "are read through links, as a container's folder has them, and once: a later change counts at the next start")
    void linksAndChanges() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve(".data"));
        String own = TheForm.builtIn(TemplateFile.LETTER).replace("KEY FINDINGS:", "Findings");
        Files.writeString(elsewhere.resolve("letter.html"), own);
        Files.createSymbolicLink(folder.resolve("letter.html"), elsewhere.resolve("letter.html"));
        Files.writeString(folder.resolve("Letter.html"), "not used");

        Documents documents = TheForm.documents(folder);
        byte[] letter = documents.letter(response, TheForm.letter());
        assertThat(text(letter)).contains("<h2>Findings</h2>");
        Files.writeString(elsewhere.resolve("letter.html"), "broken");
        assertThat(documents.letter(response, TheForm.letter())).isEqualTo(letter);
    }

    @Test
    @DisplayName(
            "are refused at a link that leads nowhere, and a name that the application does not know stops nothing")
    void strange() throws IOException {
        Files.createSymbolicLink(folder.resolve("letter.html"), folder.resolve("gone.html"));
        Files.writeString(folder.resolve("letterhead.svg"), "<svg/>");

        assertThatCode(() -> assertThat(TheForm.templates(folder).refused())
                        .extracting(RefusedFile::inWords)
                        .containsExactly("letter.html: it is no file"))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "that fail for a response, good as they were for the samples, leave it to the built-in one, and say so")
    void failsLater() {
        String piece = "<th:block th:replace=\"~{blocks :: typed(${response.keyFindings}, 2)}\"/>";
        String own = TheForm.builtIn(TemplateFile.LETTER).replace(piece, "<p th:text=\"${response.nothing}\">K</p>");
        int line = lineOf(own, "${response.nothing}");
        OfficeTemplates templates = TheForm.templates(folder);
        Documents documents =
                new Documents(TheForm.office(), Templates.builtIn().with(TemplateFile.LETTER, own), templates::failed);

        for (int time = 0; time < 2; time++) {
            assertThat(documents.letter(response, TheForm.letter()))
                    .isEqualTo(new Documents(TheForm.office()).letter(response, TheForm.letter()));
        }

        assertThat(templates.refused())
                .singleElement()
                .satisfies(file -> assertThat(file.inWords())
                        .startsWith("letter.html, line " + line)
                        .contains("there is no \"nothing\""));
        assertThat(new TemplatesHealth(templates).health().getStatus().getCode())
                .isEqualTo("ATTENTION");
    }

    private static int lineOf(String text, String piece) {
        return (int) text.substring(0, text.indexOf(piece))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private void write(TemplateFile file, String text) throws IOException {
        Files.writeString(folder.resolve(file.fileName()), text);
    }

    /** Puts a file there with one piece changed, and says in which line. */
    private int change(TemplateFile file, String piece, String instead) throws IOException {
        String text = TheForm.builtIn(file);
        int at = text.indexOf(piece);
        assertThat(at).as(piece).isNotNegative();
        write(file, text.substring(0, at) + instead + text.substring(at + piece.length()));
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private static String text(byte[] html) {
        return new String(html, StandardCharsets.UTF_8);
    }
}
