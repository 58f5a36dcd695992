package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the items are called: as the report prints it, and counted where it prints no number. */
final class Labels {

    private final List<String> labels = new ArrayList<>();

    Labels(List<Part> parts) {
        boolean countAnew = areCountedAnew(parts);
        Map<Kind, Integer> counted = new EnumMap<>(Kind.class);
        String cause = "";
        int ofCause = 0;
        for (Part part : parts) {
            boolean isOfCause = part.ofCause() && !cause.isEmpty();
            if (isOfCause && (part.number() == null || countAnew)) {
                ofCause++;
                labels.add(cause + ", recommendation " + (part.number() == null ? ofCause : part.number()));
                continue;
            }
            int place = counted.merge(part.kind(), 1, Integer::sum);
            String label = part.kind().label() + " " + (part.number() == null ? place : part.number());
            labels.add(label);
            if (part.kind() == Kind.CAUSE_OF_CONCERN) {
                cause = label;
                ofCause = 0;
            }
        }
    }

    String of(int place) {
        return labels.get(place);
    }

    /** Whether the recommendations of each cause of concern begin with 1. */
    private static boolean areCountedAnew(List<Part> parts) {
        Set<String> numbers = new HashSet<>();
        return parts.stream()
                .filter(part -> part.ofCause() && part.number() != null)
                .anyMatch(part -> !numbers.add(part.number()));
    }
}
