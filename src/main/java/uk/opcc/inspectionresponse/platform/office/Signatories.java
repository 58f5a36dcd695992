package uk.opcc.inspectionresponse.platform.office;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who can sign the response of the local policing body: the commissioner, a deputy, an acting one.
 *
 * @param all the first is proposed
 */
public record Signatories(List<One> all) {

    /**
     * Somebody who can sign.
     *
     * @param name null where the title alone is configured
     */
    public record One(String name, String title) {

        /** The name and the title, as a form offers them. */
        public String label() {
            return name == null ? title : name + ", " + title;
        }
    }

    static Signatories in(OfficeProperties settings) {
        Set<String> labels = new HashSet<>();
        List<One> all = settings.signatories().stream()
                .map(one -> one(one.name(), one.title()))
                .toList();
        for (One one : all) {
            if (!labels.add(one.label())) {
                throw new IllegalStateException("office.signatories has " + one.label() + " twice: leave one out.");
            }
        }
        return new Signatories(all);
    }

    private static One one(String name, String title) {
        if (title == null || title.isBlank()) {
            throw new IllegalStateException("office.signatories: " + (name == null ? "one of them" : name)
                    + " has no title. Give one, such as \"title: Deputy Police and Crime Commissioner\".");
        }
        return new One(name == null || name.isBlank() ? null : name.strip(), title.strip());
    }
}
