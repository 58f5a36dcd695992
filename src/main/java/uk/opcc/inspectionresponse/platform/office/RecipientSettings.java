package uk.opcc.inspectionresponse.platform.office;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.opcc.inspectionresponse.process.Recipient;

/** What the office has set for each recipient of the response. */
public record RecipientSettings(
        @DefaultValue Settings homeOffice,
        @DefaultValue Settings hmicfrs,
        @DefaultValue Settings website,
        @DefaultValue Settings chiefConstable,
        @DefaultValue Settings policeAndCrimePanel) {

    /** What is set for one of them. */
    public Settings of(Recipient recipient) {
        return switch (recipient) {
            case HOME_OFFICE -> homeOffice;
            case HMICFRS -> hmicfrs;
            case WEBSITE -> website;
            case CHIEF_CONSTABLE -> chiefConstable;
            case POLICE_AND_CRIME_PANEL -> policeAndCrimePanel;
        };
    }

    /** The label of each box For Office Use Only that has one, in their order, by the id of the task that ticks it. */
    public Map<String, String> boxes() {
        Map<String, String> boxes = new LinkedHashMap<>();
        for (Recipient recipient : Recipient.values()) {
            String label = of(recipient).box;
            if (!label.isBlank()) {
                boxes.put(recipient.task(), label);
            }
        }
        return boxes;
    }

    /**
     * What is set for a recipient.
     *
     * @param address the usual one; empty where it is typed by hand
     * @param letter what the office writes with the response, before a person changes it
     * @param box the label of the box For Office Use Only; empty where there is no such box
     */
    public record Settings(
            @DefaultValue("") String address,
            @DefaultValue Letter letter,
            @DefaultValue("") String box) {}

    /**
     * A letter with places to be filled in.
     *
     * @param subject may hold {@code {title}}, {@code {type}}, {@code {reference}}, {@code {published}},
     *     {@code {approved}}, {@code {lastDay}}, {@code {law}}, the sentence about the law, and {@code {office}}; empty
     *     where it is typed by hand
     * @param text as the subject
     * @param attachments {@code pdf}, {@code docx} or {@code both}
     */
    public record Letter(
            @DefaultValue("") String subject,
            @DefaultValue("") String text,
            @DefaultValue("both") String attachments) {}
}
