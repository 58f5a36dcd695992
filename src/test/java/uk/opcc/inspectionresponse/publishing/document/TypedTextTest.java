package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A typed text")
class TypedTextTest {

    @Test
    @DisplayName("has its paragraphs between empty lines, and its line breaks inside them")
    void paragraphs() {
        assertThat(read("\n\none\ntwo\r\nthree\n \t \n\n\nfour\n")).containsExactly("P one/two/three", "P four");
    }

    @Test
    @DisplayName("has lists of lines that begin with a hyphen or a number in order, with the number that was typed")
    void lists() {
        assertThat(read("We will:\n- ask\n- act\n  at once\n\n- and tell\n1. one\n2. two\n\n3. three\n5. five\n\nend"))
                .containsExactly("P We will:", "U ask|act/at once|and tell", "1 one|2 two|3 three|5 five", "P end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5 degrees", "2018. A year", "1.5 million", "01. x", "a - b", "-", "- ", "1.", "–"})
    @DisplayName("has a paragraph where a line only looks like an item")
    void noList(String typed) {
        assertThat(read(typed)).containsExactly("P " + typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2022\task\n\u2022\tact",
                "\uF0B7\task\n\uF0B7\tact",
                "\u2022\u00A0ask\n\u2022\u00A0act",
                "\u25AA ask\n\u25AA act",
                "\u2022ask\n\u2022act",
                "o\task\no\tact",
                "* ask\n* act",
                "\u00A7\task\n\u00A7\tact",
                "\u00D8\task\n\u00D8\tact",
                "\u2013 ask\n\u2013 act",
                "\u00B7 ask\n\u00B7 act",
                "\u2219 ask\n\u2219 act",
                "\u25A0 ask\n\u25A0 act",
                "\u25A1 ask\n\u25A1 act",
                "\u25CF ask\n   \u25CB act",
                "* ask\n\n* act",
                "o ask\no act",
                "v\task\nv\tact",
                "- ask\n- act",
                "\u2022\nask\n\u2022\nact"
            })
    @DisplayName("has lists of lines that begin with a bullet, whichever program it is from")
    void bullets(String typed) {
        assertThat(read(typed)).containsExactly("U ask|act");
        assertThat(read("We will:\n" + typed)).containsExactly("P We will:", "U ask|act");
    }

    @Test
    @DisplayName("has a sentence that goes on with a dash, and no list")
    void dash() {
        assertThat(read("the force\n\u2013 and this matters \u2013\nhas acted"))
                .containsExactly("P the force/\u2013 and this matters \u2013/has acted");
        assertThat(read("We will:\n\u2013 ask")).containsExactly("P We will:", "U ask");
        assertThat(read("the force will\n\u2013 ask\n\u2013 act")).containsExactly("P the force will", "U ask|act");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\u2022\u00A35m~\u2022\u201CQuote\u201D | U \u00A35m#\u201CQuote\u201D",
                "\u25AA(a)~\u25AA\u22655 | U (a)#\u22655",
                "We have:~- 12 officers~- a car | P We have:@U 12 officers#a car",
                "We have:~\u2013 12 officers~\u2013 a car~\u2013 3 dogs | P We have:@U 12 officers#a car#3 dogs",
                "We will:~* ask | P We will:@U ask",
                "We will:~~o ask | P We will:@U ask",
                "\u2022 one~o\ttwo | U one#two",
                "\u2022 one~o Two~o Three | U one#Two#Three",
                "\u25A0 one~~The \u2713 says so. | U one@P The \u2713 says so."
            })
    @DisplayName("has bullets before anything that an item may begin with")
    void items(String typed, String blocks) {
        assertThat(read(typed.replace('~', '\n')))
                .containsExactly(blocks.replace('#', '|').split("@"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mae nifer\no achosion wedi\no dan",
                "\u2713 Recommendation 1\n\u2717 Recommendation 2",
                "\u2713 Recommendation 1\n\u2713 Recommendation 2",
                "\u2714 Yes",
                "\u2610 Yes\n\u2611 No",
                "\u25A1 Yes\n\u25A0 No",
                "\u25A0 Yes\n\u25A1 No",
                "\u25AB Yes\n\u25AA No",
                "\u25CB Yes\n\u25CF No",
                "\u25CF Yes\n\u25CB No",
                "\u25A1 Yes\n\u2713 No",
                "\u25A1 Yes \u25A1 No",
                "\u25CF Trust: \u25CF\u25CF\u25CB",
                "n    %    2018",
                "Results:\nn    %    2018",
                "Change in burglary:\n\u2013 5 per cent",
                "Change in burglary:\n- \u00A35 million",
                "Change:\n\u2013 5 per cent\n\u2013 3 per cent",
                "the force\n\u2013 5 officers \u2013\nhas acted",
                "* Data for 2022",
                "o 7 o\u2019r gloch",
                "v    y ddeddf",
                "\u2022\u2022"
            })
    @DisplayName("has its signs where they say something themselves")
    void signs(String typed) {
        assertThat(read(typed)).containsExactly("P " + typed.replace('\n', '/'));
    }

    @Test
    @DisplayName("has the boxes of Word as they were ticked")
    void boxes() {
        assertThat(read("\uF0A8 Yes\n\uF0FE No")).containsExactly("P \u25A1 Yes/\u2611 No");
        assertThat(read("Accepted?\n\u25A1 Yes\n\u25A0 No\n\nPublished?\n\u25A0 Yes"))
                .containsExactly("P Accepted?/\u25A1 Yes/\u25A0 No", "P Published?/\u25A0 Yes");
        assertThat(read("A year.\n\n* Data for 2022")).containsExactly("P A year.", "P * Data for 2022");
        assertThat(read("\u25A1\nYes\n\u25A0\nNo")).containsExactly("P \u25A1 Yes/\u25A0 No");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7% of reported violent crimes",
                "98.2% of calls",
                "2018 was a year of change",
                "14 officers",
                "1.5 million",
                "3. The force has acted",
                "1 Use of force",
                "1) ask\n2) act",
                "10. ten\n9. nine\n8. eight",
                "1. Is it true\nthat forces act?\n2. Is it not?",
                "By the end of the year the number of officers in the county was\n14. In the year before it was\n17. It rises."
            })
    @DisplayName("keeps the figure with which a line begins, where it counts no items")
    void figures(String typed) {
        assertThat(read(typed)).containsExactly("P " + typed.replace('\n', '/'));
        assertThat(read("We will:\n\u2022 " + typed.replace('\n', ' ')))
                .containsExactly("P We will:", "U " + typed.replace('\n', ' '));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "4. a~6. b~~7. c~9. d @ 4 a|6 b|7 c|9 d",
                "1. 7% of crimes~2. 14 officers @ 1 7% of crimes|2 14 officers",
                "For the force~4. a~11. b @ P For the force&4 a|11 b",
                "1. a~  - x~  - y~2. b @ 1 a&U x|y&2 b",
                "1. a~2. b~1. c~2. d @ 1 a|2 b&1 c|2 d",
                "1.\ta~2.\tb @ 1 a|2 b"
            })
    @DisplayName("has the numbers of its lists as they were typed, also where they leave some out")
    void numbers(String typed, String blocks) {
        assertThat(read(typed.replace('~', '\n').replace("\\t", "\t"))).containsExactly(blocks.split("&"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "# Use of force~We act. @ 1# Use of force&P We act.",
                "We know.~# Use of force~~We act. @ P We know.&1# Use of force&P We act.",
                "# A~## B~### C~## D~# E @ 1# A&2# B&2# C&2# D&1# E",
                "## A~### B~## C @ 1# A&2# B&1# C",
                "### B~## A @ 1# B&1# A",
                "# Area 1 ## @ 1# Area 1",
                "- ask~# Next~- act @ U ask&1# Next&U act"
            })
    @DisplayName("has headings of lines that begin with a number sign and a space, none of which skips a level")
    void headings(String typed, String blocks) {
        assertThat(read(typed.replace('~', '\n'))).containsExactly(blocks.split("&"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#1 priority",
                "#hashtag",
                "#",
                "# ",
                "# of incidents: 14",
                "# ask\n# act",
                "In the year before the office had looked at recommendation\n# 4 of the report",
                "    # code"
            })
    @DisplayName("has no heading where a number sign says something itself")
    void noHeadings(String typed) {
        assertThat(read(typed)).containsExactly("P " + typed.replace('\n', '/'));
        assertThat(read("# " + "long ".repeat(50))).first().asString().startsWith("P # long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Grades:~Area\tGrade~Crime\tGood~Custody\tPoor~End. @ P Grades:&H Area|Grade#R Crime|Good#R Custody|Poor&P End.",
                "Area\tGrade\t~Crime~Custody\tPoor @ P Area    Grade    /Crime/Custody    Poor",
                "Area\tGrade\tNote~Crime\tGood~Custody\t\tSoon\t @ H Area|Grade|Note#R Crime|Good|#R Custody||Soon",
                "\\t2018\t2019~Burglary\t412\t398~Robbery\t20\t18 @ H |2018|2019#R *Burglary|412|398#R *Robbery|20|18",
                "Burglary\t412\t398~Robbery\t20\t18 @ R *Burglary|412|398#R *Robbery|20|18",
                "Crime\tGood~Custody\tPoor~Calls\tGood @ R *Crime|Good#R *Custody|Poor#R *Calls|Good",
                "Date:\t3 March~To:\tThe Home Secretary @ R *Date:|3 March#R *To:|The Home Secretary",
                "AFI 1\tWe act~AFI 2\tWe have acted @ R *AFI 1|We act#R *AFI 2|We have acted",
                "No.\tAction~1.\tAsk~2.\tAct @ H No.|Action#R 1.|Ask#R 2.|Act",
                "1.\tAsk\tMay~2.\tAct\tJune @ R *1.|Ask|May#R *2.|Act|June",
                "Area\tGrade~Crime\tGood~\tBut late~\t\t~Calls\tPoor @ H Area|Grade#R Crime|Good#R |But late#R Calls|Poor",
                "Lead\tAction~Supt\t\"Ask \"\"all\"\"~~and act\"~DCI\t\"None\" @ H Lead|Action#R Supt|Ask \"all\"/and act#R DCI|\"None\"",
                "Lead\tAction~\"DCI~PPU\"\tAct @ H Lead|Action#R DCI/PPU|Act",
                "A\t\tB~c\t\td @ H A|B#R c|d"
            })
    @DisplayName(
            "has a table of lines with tabs, as Excel and Word copy it, and as much of a header as a person would see")
    void tabbed(String typed, String blocks) {
        assertThat(read(typed.replace('~', '\n').replace("\\t", "\t"))).containsExactly(blocks.split("&"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "AFI | Lead | By~1 Force | Supt | 31/03/2025~2 Tools | DCI | 7.9% @ H AFI|Lead|By#R 1 Force|Supt|31/03/2025#R 2 Tools|DCI|7.9%",
                "|A|B|~|---|:-:|~|c|d| @ H A|B#R c|d",
                "A | B~--- | ---~A | B @ H A|B#R A|B",
                "| A | B~| c | d @ H A|B#R c|d",
                "A | B~c | d |~e | f | g~h | i @ H A|B|#R *c|d|#R *e|f|g#R *h|i|",
                "We act | now~A | B | C~d | e | f @ P We act | now&H A|B|C#R d|e|f"
            })
    @DisplayName("has a table of lines with bars, also as Markdown has them")
    void barred(String typed, String blocks) {
        assertThat(read(typed.replace('~', '\n'))).containsExactly(blocks.split("&"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Graded:~Preventing crime Good~Managing offenders Requires improvement~Leadership Adequate~They said so. @ P Graded:&R *Preventing crime|Good#R *Managing offenders|Requires improvement#R *Leadership|Adequate&P They said so.",
                "Area   Grade~Preventing crime: Good~Investigating crime \u2013 Inadequate~Vulnerable people Outstanding @ H Area|Grade#R Preventing crime|Good#R Investigating crime|Inadequate#R Vulnerable people|Outstanding",
                "Preventing crime~Good~~Investigating crime~Adequate~Custody~Not graded @ R *Preventing crime|Good#R *Investigating crime|Adequate#R *Custody|Not graded"
            })
    @DisplayName("has the grades of an inspection as a table, also where no tab is left of it")
    void graded(String typed, String blocks) {
        assertThat(read(typed.replace('~', '\n'))).containsExactly(blocks.split("&"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Preventing crime Good\nInvestigating crime Adequate",
                "Its work is good\nIts leaders are good\nIts plans are adequate",
                "Area Grade\nPreventing crime Good\nCustody Good\nThe rest is not so good.",
                "Good\nGood\nGood"
            })
    @DisplayName("has lines where too few of them end in a grade, or in a word that is like one")
    void notGraded(String typed) {
        assertThat(read(typed)).containsExactly("P " + typed.replace('\n', '/'));
        assertThat(read("- Crime Good\n- Custody Good\n- Leaders Good"))
                .containsExactly("U Crime Good|Custody Good|Leaders Good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Area\tGrade",
                "\tA line that is moved in\n\tand one more",
                "one\t\ntwo\t",
                "4.1\tWe act\n4.2\tWe have acted",
                "a | b",
                "and|or\nhe|she",
                "a | b\nc | d | e",
                "|---|---|\n|---|---|",
                "\"I said this.\nAnd that.\"",
                "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\tm\nA\tB\tC\tD\tE\tF\tG\tH\tI\tJ\tK\tL\tM"
            })
    @DisplayName("has lines where there are no columns, only one, or more than a page has room for")
    void noTables(String typed) {
        assertThat(read(typed))
                .containsExactly("P " + typed.replace("\t", "    ").replace('\n', '/'));
        assertThat(read("\u2022 a | b\n\u2022 c | d")).containsExactly("U a | b|c | d");
        assertThat(read("- a\tb\n- c\td")).containsExactly("U a    b|c    d");
    }

    @Test
    @DisplayName("says in how many digits its lists are numbered, for which there must be room")
    void digits() {
        assertThat(digits("98. a\n99. b")).isEqualTo(2);
        assertThat(digits("98. a\n99. b\n100. c")).isEqualTo(3);
    }

    private static int digits(String typed) {
        return ((Block.NumberedList) TypedText.of(typed).blocks().get(0)).digits();
    }

    @Test
    @DisplayName("is in the characters that were meant, and has nothing of those that nobody knows")
    void meant() {
        assertThat(read("recom\u0002\nmen\u00ADdation \uFFFD\u0006x\uF123 Cafe\u0301\tb"))
                .containsExactly("P recommendation x Caf\u00E9    b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.example/key-~information/x. Next | https://a.example/key-information/x",
                "see https://a.example/key-~self assessment | https://a.example/key-self",
                "see https://a.example/reports/~understanding-the-difference and | https://a.example/reports/understanding-the-difference",
                "see https://a.example/reports/~peel-2018.~Next | https://a.example/reports/peel-2018",
                "see https://a.example/reports/~norfolk~Next | https://a.example/reports/norfolk",
                "see https://a.example/reports/~norfolk/2018 and | https://a.example/reports/norfolk/2018",
                "see https://a.example/reports/~peel_report and | https://a.example/reports/peel_report",
                "see https://a.example/reports/~view?page and | https://a.example/reports/view?page",
                "see https://a.example/reports/~id=7 and | https://a.example/reports/id=7",
                "see https://a.example/reports/~a%20b and | https://a.example/reports/a%20b",
                "see https://a.example/reports/~peel.pdf and | https://a.example/reports/peel.pdf",
                "see https://a.example/reports/?~page=7 and | https://a.example/reports/?page=7",
                "https://a.example/?q=1&~r=2 | https://a.example/?q=1&r=2"
            })
    @DisplayName("has an address whole that was wrapped over two lines")
    void wrappedAddress(String typed, String link) {
        String wrapped = typed.replace('~', '\n');
        assertThat(links(wrapped)).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the report",
                "The report",
                "next",
                "1. We accept it\n2. We act",
                "12) and so on",
                "1.\nWe accept it",
                "12 of the recommendations",
                "17\nThe next page",
                "19 July 2018",
                "2018/19 was a year of change",
                "19-07-2018 was its day",
                "50% of forces",
                "24/7 cover",
                "and/or the force",
                "self-assessment shows",
                "up-to-date figures show",
                "day-to-day policing",
                "state-of-the-art systems",
                "16-year-old victims",
                "e.g. the force",
                "- ask",
                "really? We act",
                "\u2022 ask"
            })
    @DisplayName("has no more in an address than stands there, though it ends as most of the inspectors' do")
    void notWrapped(String next) {
        String address = "https://a.example/peel-2018/";
        if (!next.equals("next")) {
            assertThat(links("see " + address + "\n" + next)).containsExactly(address);
        }
        assertThat(links("see https://a.example/b\n" + next)).containsExactly("https://a.example/b");
    }

    private static List<String> links(String typed) {
        return TypedText.of(typed).blocks().stream()
                .flatMap(block -> block.entries().stream())
                .flatMap(entry -> entry.lines().stream())
                .flatMap(line -> line.runs().stream())
                .map(Block.Run::link)
                .filter(link -> link != null)
                .toList();
    }

    @Test
    @DisplayName("has nothing where nothing was typed")
    void nothing() {
        assertThat(TypedText.of(null).blocks()).isEmpty();
        assertThat(read(" \n\t\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "see https://a.example/b., https://a.example/b",
        "(https://a.example/b), https://a.example/b",
        "https://a.example/b_(c)!, https://a.example/b_(c)",
        "HTTP://A.EXAMPLE/?q=1&r=2, HTTP://A.EXAMPLE/?q=1&r=2",
        "<https://a.example>, https://a.example",
        "https://a.example/ü, https://a.example/%C3%BC",
        "https://a.example/\u202Egpj, https://a.example/"
    })
    @DisplayName("has links where an address stands, without the punctuation around it")
    void links(String typed, String link) {
        assertThat(TypedText.of(typed)
                        .blocks()
                        .get(0)
                        .entries()
                        .get(0)
                        .lines()
                        .get(0)
                        .runs())
                .extracting(Block.Run::link)
                .filteredOn(found -> found != null)
                .containsExactly(link);
        assertThat(read(typed)).containsExactly("P " + typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "http://", "https://[", "data:text/html,x", "//a.example", "http://a b"})
    @DisplayName("has no link to what is no address of the web")
    void noLinks(String typed) {
        assertThat(TypedText.of(typed)
                        .blocks()
                        .get(0)
                        .entries()
                        .get(0)
                        .lines()
                        .get(0)
                        .runs())
                .extracting(Block.Run::link)
                .allMatch(link -> link == null || link.equals("http://a"));
    }

    private static List<String> read(String typed) {
        return TypedText.of(typed).blocks().stream().map(TypedTextTest::read).toList();
    }

    private static String read(Block block) {
        if (block instanceof Block.NumberedList list) {
            return IntStream.range(0, list.entries().size())
                    .mapToObj(at ->
                            list.numbers().get(at) + " " + read(list.entries().get(at)))
                    .collect(Collectors.joining("|"));
        }
        if (block instanceof Table table) {
            return Stream.concat(
                            table.head().stream().map(row -> "H " + read(row)),
                            table.body().stream().map(row -> "R " + read(row)))
                    .collect(Collectors.joining("#"));
        }
        String mark = block instanceof Block.Heading heading
                ? heading.depth() + "# "
                : block instanceof Block.BulletList ? "U " : "P ";
        return mark + block.entries().stream().map(TypedTextTest::read).collect(Collectors.joining("|"));
    }

    private static String read(Table.Row row) {
        return row.cells().stream()
                .map(cell -> ("row".equals(cell.scope()) ? "*" : "") + read(cell.text()))
                .collect(Collectors.joining("|"));
    }

    private static String read(Block.Entry entry) {
        return entry.text().replace('\n', '/');
    }
}
