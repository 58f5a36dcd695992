package uk.opcc.inspectionresponse.process;

import java.util.Arrays;
import java.util.Optional;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;

/** Who gets the response, in the order of the boxes For Office Use Only; with what the diagram has for each. */
public enum Recipient {
    HOME_OFFICE(
            "home-office",
            "the Home Office",
            DiagramIds.SEND_TO_HOME_OFFICE,
            ProcessVariables.HOME_OFFICE_DISTRIBUTION),
    HMICFRS("hmicfrs", "HMICFRS", DiagramIds.SEND_TO_HMICFRS, ProcessVariables.HMICFRS_DISTRIBUTION),
    /** The public: what counts for day 56. */
    WEBSITE("website", "the public", DiagramIds.PUBLISH_ON_WEBSITE, ProcessVariables.WEBSITE_DISTRIBUTION),
    CHIEF_CONSTABLE(
            "chief-constable",
            "the Chief Constable",
            DiagramIds.SEND_TO_CHIEF_CONSTABLE,
            ProcessVariables.CHIEF_CONSTABLE_DISTRIBUTION),
    POLICE_AND_CRIME_PANEL(
            "police-and-crime-panel",
            "the Police and Crime Panel",
            DiagramIds.SEND_TO_POLICE_AND_CRIME_PANEL,
            ProcessVariables.PANEL_DISTRIBUTION);

    private final String key;
    private final String name;
    private final String task;
    private final ProcessVariable<Distribution> distribution;

    Recipient(String key, String name, String task, ProcessVariable<Distribution> distribution) {
        this.key = key;
        this.name = name;
        this.task = task;
        this.distribution = distribution;
    }

    /**
     * The recipient that a diagram, or a setting, means.
     *
     * @throws IllegalArgumentException if there is none with this key
     */
    public static Recipient of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("There is no recipient " + key));
    }

    /** The recipient with this key, if there is one: it may be what somebody typed. */
    public static Optional<Recipient> find(String key) {
        return Arrays.stream(values())
                .filter(recipient -> recipient.key.equals(key))
                .findFirst();
    }

    /** The recipient whose task it is, if it is one's: what is stored may be of a diagram that had another. */
    public static Optional<Recipient> ofTask(String task) {
        return Arrays.stream(values())
                .filter(recipient -> recipient.task.equals(task))
                .findFirst();
    }

    /** As diagrams and settings write it, such as {@code home-office}. */
    public String key() {
        return key;
    }

    /** As people say it within a sentence, such as "the Home Office". */
    public String words() {
        return name;
    }

    /** The id of the task in the diagram that is done for this recipient, by which also its box is stored. */
    public String task() {
        return task;
    }

    /** What was recorded of the distribution to this recipient. */
    public ProcessVariable<Distribution> distribution() {
        return distribution;
    }
}
