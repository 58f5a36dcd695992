package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Says of files that are to be deployed together what could not run, all at once. The engine accepts a form that is not
 * there, a condition that is none and the name of nothing, and an inspection stops where it comes to it.
 *
 * <p>Nothing of the files is worked out: they are looked at before the engine, which calls what a date of a timer names
 * while it reads it.
 */
@Component
public class ReleaseCheck {

    private final Surroundings surroundings;

    ReleaseCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** File, line, what is wrong and what to do, of each mistake; none where all of it can run. */
    public List<String> mistakesIn(Collection<DeployedFile> files) {
        Mistakes mistakes = new Mistakes();
        List<DeployedFile> readable = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (DeployedFile file : files) {
            if (file.isReadable(mistakes)) {
                readable.add(file);
            } else {
                unreadable.add(file.name());
            }
        }
        sameKeys(readable, mistakes);
        List<ReadFile> tables = read(readable, DeployedFile::isTable);
        List<ReadFile> diagrams = read(readable, DeployedFile::isDiagram);
        Known known = new Known(readable, tables, unreadable);
        readable.stream()
                .filter(DeployedFile::isForm)
                .forEach(form -> new FormMistakes(form, known, surroundings, mistakes).look());
        tables.forEach(table -> new TableMistakes(table, mistakes).look());
        diagrams.forEach(diagram -> new DiagramMistakes(diagram, known, surroundings, mistakes).look());
        new EventsWithoutCatcher(diagrams, surroundings, mistakes).look();
        new ChoicesWithoutFlow(diagrams, known, mistakes).look();
        return mistakes.all();
    }

    /**
     * Of two forms, tables or processes with one id the engine would take the last one, or refuse it without a word.
     */
    private static void sameKeys(List<DeployedFile> files, Mistakes mistakes) {
        Map<String, String> first = new HashMap<>();
        for (DeployedFile file : files) {
            String kind = file.isForm() ? "form" : file.isTable() ? "decision" : "process";
            for (String key : file.keys()) {
                String other = first.putIfAbsent(kind + " " + key, file.name());
                if (other != null && !key.isBlank()) {
                    mistakes.add(
                            file,
                            file.lineOf("\"" + key + "\""),
                            "the " + kind + " " + Mistakes.quoted(key) + " is in " + other
                                    + " too: give one of them another id");
                }
            }
        }
    }

    private static List<ReadFile> read(List<DeployedFile> files, Predicate<DeployedFile> which) {
        return files.stream()
                .filter(which)
                .map(file -> new ReadFile(file, file.xml()))
                .toList();
    }
}
