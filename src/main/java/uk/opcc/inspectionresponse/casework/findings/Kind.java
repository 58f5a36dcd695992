package uk.opcc.inspectionresponse.casework.findings;

import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** What a report calls an item. */
enum Kind {
    RECOMMENDATION(Item.RECOMMENDATION, "Recommendation", "recommendations"),
    AREA_FOR_IMPROVEMENT(Item.AREA_FOR_IMPROVEMENT, "Area for improvement", "areas for improvement"),
    CAUSE_OF_CONCERN(Item.CAUSE_OF_CONCERN, "Cause of concern", "causes of concern");

    private final String key;
    private final String label;
    private final String several;

    Kind(String key, String label, String several) {
        this.key = key;
        this.label = label;
        this.several = several;
    }

    /** The kind with a key. */
    static Kind of(String key) {
        for (Kind kind : values()) {
            if (kind.key.equals(key)) {
                return kind;
            }
        }
        return RECOMMENDATION;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    String several() {
        return several;
    }
}
