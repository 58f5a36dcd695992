package uk.opcc.inspectionresponse.publishing.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.docx4j.TextUtils;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.jsoup.Jsoup;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.platform.office.TemplateFolder;

/** The office's form in the tests: what is put into it, and what a reader gets out of each format. */
final class TheForm {

    /** The real response of 2018, which is not part of this project. */
    static final Path REAL =
            Path.of("").toAbsolutePath().resolveSibling("shared").resolve("cases/understanding-the-difference.txt");

    static final List<String> HEADINGS = List.of(
            "Norfolk Police and Crime Commissioner (PCC) response to inspections",
            "Section 55 of the Police Act 1996",
            "Inspection Title:",
            "Date Published:",
            "Type of Inspection:",
            "KEY FINDINGS:",
            "CHIEF CONSTABLE RESPONSE TO REPORT AND ANY RECOMMENDATIONS:",
            "PCC RESPONSE TO REPORT AND ANY RECOMMENDATIONS:",
            "For Office Use Only:");

    private TheForm() {}

    /** The office as the application is delivered. */
    static Office office() {
        return delivered("office", Office.class);
    }

    private static <T> T delivered(String block, Class<T> type) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load("delivered", new ClassPathResource("application.yaml"))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind(block, type)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letter to the Home Secretary, as the application is delivered. */
    static Letter letter() {
        RecipientSettings.Settings settings =
                delivered("office.recipients", RecipientSettings.class).homeOffice();
        return new Letter("OPCCN/2026/14", settings.addressedTo(), settings.salutation(), settings.closing());
    }

    /** The picture of a letterhead. */
    static byte[] letterhead(String format) {
        BufferedImage picture = new BufferedImage(900, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 900, 180);
        pen.setColor(new Color(11, 79, 158));
        pen.fillOval(10, 10, 160, 160);
        pen.fillRect(200, 60, 680, 60);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The documents of an office with these templates in its folder. */
    static Documents documents(Path folder) {
        return new Documents(office(), templates(folder));
    }

    static OfficeTemplates templates(Path folder) {
        return new OfficeTemplates(new TemplateFolder(Optional.of(folder)), office());
    }

    /** A built-in template, from which an office begins. */
    static String builtIn(TemplateFile file) {
        return Templates.builtIn().text(file);
    }

    /** Every box, ticked on days in a row. */
    static List<OfficeUse> ticked() {
        List<String> labels = List.copyOf(
                delivered("office.recipients", RecipientSettings.class).boxes().values());
        return IntStream.range(0, labels.size())
                .mapToObj(box -> new OfficeUse(labels.get(box), LocalDate.of(2018, 8, 9 + box)))
                .toList();
    }

    /** The response of which {@link #REAL} is the text. */
    static Response real() {
        Map<String, String> sections = sections(realText());
        return new Response(
                lineAfter("Inspection Title:"),
                LocalDate.of(2018, 7, 19),
                lineAfter("Type of Inspection:"),
                sections.get("KEY FINDINGS:"),
                sections.get("CHIEF CONSTABLE RESPONSE TO REPORT AND ANY RECOMMENDATIONS:"),
                sections.get("PCC RESPONSE TO REPORT AND ANY RECOMMENDATIONS:"),
                List.of());
    }

    static String realText() {
        try {
            return Files.readString(REAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lineAfter(String label) {
        return realText()
                .lines()
                .filter(line -> line.startsWith(label))
                .findFirst()
                .orElseThrow()
                .substring(label.length())
                .strip();
    }

    /** A response of our own that has all that a form can have. */
    static Response invented() {
        return new Response(
                "Calls at night – how forces answer",
                LocalDate.of(2026, 3, 2),
                "Thematic Inspection",
                "Inspectors looked at £3m of spending in six forces.\n\nThey found:\n- long waits\n- calls that nobody"
                        + " answered, see https://inspectorate.example/calls?year=2026&force=all.\n\nOverall, forces do\nwell.",
                "We welcome the report.\n\n1. Rotas have changed.\n2. Training began in May.",
                "I said: \"Nobody should wait.\"\n\nI will ask again in the autumn.",
                List.of(
                        new Response.Answer(
                                1,
                                "By June, forces should:\n- publish waiting times\n- review rotas",
                                true,
                                "Times are published monthly."),
                        new Response.Answer(
                                2, "Forces should merge their control rooms.", false, "It is not ours to do alone.")));
    }

    /** A response with headings, with tables of every kind and with figures at the beginnings of its lines. */
    static Response inColumns() {
        String grades = "Area\tGrade\nRecording data about crime\tGood\nResponding to the public\tRequires improvement";
        String actions = "AFI | Lead | Action | By | RAG\n1 Use of force | Supt Ops | Form simplified;"
                + " scrutiny panel sees injury data, see https://force.example/force | 31/03/2025 | Amber\n"
                + "2 Digital tools | DCI PPU | All 21 staff trained | | Green";
        String figures =
                "\t2018/19\t2019/20\nBreath tests\t425,325\t320,988\n\t7%\t\nCrime\t\"412\nof them 9 at night\"";
        String many = "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n\n";
        return new Response(
                "Grades",
                LocalDate.of(2026, 3, 2),
                "PEEL Inspection",
                "# Grades\nInspectors graded these:\n" + grades + "\n\n" + figures
                        + "\n\n## In figures\n\u2022 7% of reported violent crimes were recorded\n98.2% of calls",
                actions + "\n\n" + many,
                "# Use of force\n4. We accept it.\n6. We act.\n7. We have acted.\n9. We ask.\n\nA\t\tB\nc\td\te",
                List.of(new Response.Answer(
                        1, "# The force\n" + grades, true, "# First\n## Second\n" + actions + "\n3. We act.")));
    }

    /**
     * A response to so many items: a recommendation, and then those of a cause of concern, which share answers in
     * threes, commented on by the chief officer, with owners and dates, signed.
     */
    static Response withItems(int count) {
        Response.Cause cause = new Response.Cause(
                2,
                "Cause of concern 1",
                "The force does not tell victims what becomes of their case.",
                new Response.Comment("The chief officer has set up a board.", null, null, null));
        return new Response(
                "After the call",
                LocalDate.of(2026, 3, 2),
                "PEEL Inspection",
                "Inspectors found this.",
                "We accept it.",
                "I welcome it.",
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> item(number, number == 1 ? null : cause))
                        .toList(),
                new Response.Signature("Helen Marsh", "Police and Crime Commissioner", LocalDate.of(2026, 4, 13)),
                null);
    }

    private static Response.Answer item(int number, Response.Cause cause) {
        int first = number - (number + 1) % 3;
        boolean shares = number > 3 && first != number;
        return new Response.Answer(
                number,
                "The force should record case " + number + ".",
                number % 4 != 0,
                "Answer " + (shares ? first : number) + ".",
                cause == null ? "Recommendation 7" : "Cause of concern 1, recommendation " + number,
                cause,
                shares ? first : null,
                number % 5 == 4
                        ? null
                        : new Response.Comment(
                                number % 2 == 0 ? null : "Comment " + number + ".\n- It is done.",
                                List.of("complete", "in-progress", "not-accepted", "not-applicable")
                                        .get(number % 4),
                                number % 3 == 0 ? "DCI Public Protection" : null,
                                LocalDate.of(2026, 12, 1).plusDays(number)),
                shares || number % 2 == 0 ? null : "Head of Policy",
                shares ? null : LocalDate.of(2027, 1, 31),
                new Response.Asked("recommendation", LocalDate.of(2027, 3, 31)));
    }

    /** What a reader of the document gets. */
    static String textIn(Format format, byte[] document) {
        try {
            return switch (format) {
                case HTML ->
                    Jsoup.parse(new String(document, StandardCharsets.UTF_8))
                            .body()
                            .wholeText();
                case PDF -> textOfPdf(document);
                case WORD -> textOfWord(document);
            };
        } catch (IOException | Docx4JException e) {
            throw new AssertionError(e);
        }
    }

    private static String textOfPdf(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf).replaceAll("(?m)^Page \\d+ of \\d+\\s*$", "");
        }
    }

    private static String textOfWord(byte[] document) throws Docx4JException {
        StringBuilder text = new StringBuilder();
        for (Object block : WordprocessingMLPackage.load(new ByteArrayInputStream(document))
                .getMainDocumentPart()
                .getContent()) {
            text.append(TextUtils.getText(block)).append('\n');
        }
        return text.toString();
    }

    /** The sections of a text by their headings, which must all be there, in the order of the office's form. */
    static Map<String, String> sections(String text) {
        String inOneLine = text.replace('\u00A0', ' ');
        Map<String, String> sections = new LinkedHashMap<>();
        int begin = find(inOneLine, HEADINGS.get(0), 0);
        for (int i = 0; i < HEADINGS.size(); i++) {
            String heading = HEADINGS.get(i);
            int content = begin + lengthAt(inOneLine, heading, begin);
            int next = i + 1 < HEADINGS.size() ? find(inOneLine, HEADINGS.get(i + 1), content) : inOneLine.length();
            sections.put(heading, inOneLine.substring(content, next));
            begin = next;
        }
        return sections;
    }

    private static int find(String text, String heading, int from) {
        var matcher = Pattern.compile(inAnyWhiteSpace(heading)).matcher(text);
        if (!matcher.find(from)) {
            throw new AssertionError("There is no '" + heading + "' after " + text.substring(0, from));
        }
        return matcher.start();
    }

    private static int lengthAt(String text, String heading, int at) {
        var matcher = Pattern.compile(inAnyWhiteSpace(heading)).matcher(text);
        matcher.find(at);
        return matcher.end() - matcher.start();
    }

    private static String inAnyWhiteSpace(String heading) {
        return Pattern.quote(heading).replace(" ", "\\E\\s+\\Q");
    }
}
