package uk.opcc.inspectionresponse.platform.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that are written with a hyphen, as reports of British police have them. Where a line ends at that hyphen, a PDF
 * viewer marks it as it marks a word that was merely divided, and nothing but the words can tell the two apart.
 */
final class Compound {

    /** By the beginning of the second word, which may go on: "cross-border", but "crossing" and "crossroads". */
    private static final Pattern WITH_HYPHEN = Pattern.compile("""
            (?x)
            alcohol-related
            |body-worn
            |child-(?:centred|focused|friendly)
            |co-(?:author|chair|defendant|design|locat|op|ord|produc|worker)
            |cyber-(?:dependent|enabled)
            |data-(?:driven|led)
            |decision-(?:maker|making)
            |drug-(?:driv|fuelled|related)
            |evidence-(?:based|gathering|led)
            |ex-(?:boyfriend|forces|girlfriend|husband|military|offender|office|partner|police|prisoner
            |service|wife)
            |fact-(?:check|find)
            |follow-(?:on|through|up)
            |force-wide
            |full-(?:cost|length|scale|time|year)
            |gender-based
            |high-(?:demand|harm|level|performing|pressure|priority|profile|quality|risk|speed|tech|value
            |visibility|volume)
            |in-(?:depth|house|person|year)
            |intelligence-led
            |knife-(?:enabled|related)
            |large-scale
            |long-(?:awaited|distance|lasting|range|running|serving|standing|term)
            |low-(?:cost|income|level|paid|risk|value|volume)
            |medium-(?:risk|sized|term)
            |off-(?:duty|peak|site)
            |old-(?:age|fashioned)
            |on-(?:call|duty|scene|site|street)
            |one-(?:off|sided|stop)
            |part-(?:funded|time)
            |problem-(?:oriented|solving)
            |real-(?:life|time|world)
            |risk-(?:assess|averse|based)
            |short-(?:lived|notice|sighted|staffed|term)
            |small-scale
            |so-called
            |time-(?:bound|consuming|limited)
            |trauma-informed
            |victim-(?:blaming|centred|focused|led)
            |cross-(?!ed|er|es|fire|ing|over|roa|sed|wis|wor)
            |half-(?!pen|way)
            |multi-(?!cultur|fari|lateral|lingual|media|millionaire|national|ple|pli|ply|tud)
            |non-(?!agenar|chal|descript|entity|ethe|pareil|plus|sense|sensical)
            |self-(?!ish|less|same)
            |well-(?!ing|ness)
            |(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-(?:bed|day|fifth|hour|member
            |minute|month|officer|page|part|person
            |phase|point|quarter|stage|step|strong|third|tier|way|week|year)
            |(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven
            |eight|nine)
            |\\p{L}+-(?:to|of-the)-
            """);

    private static final List<String> LINKS = List.of("of", "the", "to");

    /** Of a word that is looked at; none in the list is longer. */
    private static final int LONGEST = 12;

    private Compound() {}

    /**
     * Whether a hyphen stands between the end of one text and the beginning of another.
     *
     * @param from where in the other text its beginning is
     */
    static boolean isBetween(CharSequence before, String text, int from) {
        int begin = before.length();
        while (begin > 0 && before.length() - begin <= LONGEST && Character.isLetter(before.charAt(begin - 1))) {
            begin--;
        }
        String first = before.subSequence(begin, before.length()).toString().toLowerCase(Locale.ROOT);
        String second = text.substring(from, Math.min(text.length(), from + LONGEST));
        // "day-to-day", "state-of-the-art".
        boolean goesOnOne = begin > 0 && before.charAt(begin - 1) == '-' && LINKS.contains(first);
        return goesOnOne || WITH_HYPHEN.matcher(first + "-" + second).lookingAt();
    }
}
