package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/** What differs between a file as the office has it and as a release brings it, in words. */
final class Differences {

    /** Who wants to see more looks into both files. */
    private static final int MOST = 12;

    private static final int LONGEST_NAME = 80;

    private Differences() {}

    /**
     * A part of a file that has a name.
     *
     * @param name what people call it
     * @param properties what it consists of, by names that people know from Modeler
     */
    record Part(String name, Map<String, String> properties) {}

    /** The differences, at least one, in the order of the files. */
    static List<String> between(DeployedFile here, DeployedFile release) {
        List<String> words;
        if (here.isForm()) {
            words = of(PartsOfFile.ofForm(here), PartsOfFile.ofForm(release), false);
        } else if (here.isTable()) {
            words = of(PartsOfFile.ofTable(here), PartsOfFile.ofTable(release), true);
        } else if (here.isDiagram()) {
            words = of(PartsOfFile.ofDiagram(here), PartsOfFile.ofDiagram(release), false);
        } else {
            words = List.of();
        }
        if (words.isEmpty()) {
            return List.of("Only the drawing, spaces or what is not shown to people.");
        }
        if (words.size() <= MOST) {
            return words;
        }
        List<String> some = new ArrayList<>(words.subList(0, MOST));
        some.add("And " + (words.size() - MOST) + " more.");
        return some;
    }

    private static List<String> of(Map<String, Part> here, Map<String, Part> release, boolean withValues) {
        Set<String> words = new LinkedHashSet<>();
        Map<String, Part> all = new LinkedHashMap<>(here);
        release.forEach(all::putIfAbsent);
        all.forEach((id, part) -> {
            String name = Shortened.to(LONGEST_NAME, part.name());
            if (!release.containsKey(id)) {
                words.add("Only here: " + name);
            } else if (!here.containsKey(id)) {
                words.add("Only in the release: " + name);
            } else if (withValues) {
                words.addAll(values(name, part.properties(), release.get(id).properties()));
            } else {
                Part other = release.get(id);
                String there = Shortened.to(LONGEST_NAME, other.name());
                if (!there.equals(name)) {
                    words.add(name + " is called " + there + " in the release");
                } else if (!part.name().equals(other.name())) {
                    words.add("Differs: " + name + " (text)");
                }
                List<String> names = differing(part.properties(), other.properties());
                if (!names.isEmpty()) {
                    words.add("Differs: " + name + " (" + String.join(", ", names) + ")");
                }
            }
        });
        return List.copyOf(words);
    }

    private static List<String> differing(Map<String, String> here, Map<String, String> release) {
        Set<String> names = new LinkedHashSet<>(here.keySet());
        names.addAll(release.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(here.get(name), release.get(name)))
                .map(Differences::inWords)
                .toList();
    }

    private static List<String> values(String part, Map<String, String> here, Map<String, String> release) {
        return differing(here, release).stream()
                .map(name -> part + ", " + name + ": " + value(here.get(name)) + " here, " + value(release.get(name))
                        + " in the release")
                .toList();
    }

    private static String value(String value) {
        return value == null || value.isBlank() ? "nothing" : Shortened.to(LONGEST_NAME, value.strip());
    }

    /** As Modeler names it: {@code dueDate} is the due date. What is a sentence already stays one. */
    static String inWords(String name) {
        return name.contains(" ")
                ? name
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .replace('-', ' ')
                        .transform(words -> words.equals(name) ? name : words.toLowerCase(Locale.UK));
    }
}
