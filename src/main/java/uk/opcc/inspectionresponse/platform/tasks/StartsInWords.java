package uk.opcc.inspectionresponse.platform.tasks;

import org.springframework.stereotype.Component;

/** What somebody does who starts a process, as the diagram says it. */
@Component
class StartsInWords {

    /** The property of a process that says it. */
    private static final String STARTED_AS = "startedAs";

    private final DrawnProperties drawn;

    StartsInWords(DrawnProperties drawn) {
        this.drawn = drawn;
    }

    /** The words for starting a process, such as "Register a report"; the name of the process where there are none. */
    String of(String processDefinition, String key, String name) {
        return drawn.of(processDefinition, key, STARTED_AS).orElse(name == null ? key : name);
    }
}
