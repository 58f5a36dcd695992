package uk.opcc.inspectionresponse.platform.office;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
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

    /**
     * The same, if every letter can be addressed.
     *
     * @throws SettingRefused if one cannot: the first such letter would be noticed by a Home Secretary
     */
    RecipientSettings checked() {
        for (Recipient recipient : Recipient.values()) {
            Settings settings = of(recipient);
            if (settings.layout == Layout.LETTER) {
                String setting = "office.recipients." + recipient.key();
                if (recipient == Recipient.WEBSITE) {
                    throw new SettingRefused(
                            setting + ".layout is letter, but what is published is the response.",
                            "Take this setting out.");
                }
                if (settings.addressedTo.stream().allMatch(String::isBlank)) {
                    throw new SettingRefused(
                            setting + ".layout is letter, but " + setting + ".addressed-to has no line.",
                            "Give the name and the address, each line on its own.");
                }
                if (settings.salutation.isBlank()) {
                    throw new SettingRefused(
                            setting + ".layout is letter, but " + setting + ".salutation is empty.",
                            "Give one, such as \"Dear Home Secretary,\".");
                }
            }
        }
        return this;
    }

    /** The recipient for whom a task is done, as settings and diagrams write it; none where it is done for nobody. */
    public Optional<String> recipientOf(String task) {
        return Recipient.ofTask(task).map(Recipient::key);
    }

    /** What people call a recipient within a sentence, such as "the Home Office". */
    public String words(String recipient) {
        return Recipient.find(recipient).map(Recipient::words).orElse(recipient);
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
     * @param layout in which layout the copy is sent
     * @param addressedTo the lines of the address on a copy that is a letter
     * @param salutation with which such a letter begins
     * @param closing with which it ends
     */
    public record Settings(
            @DefaultValue("") String address,
            @DefaultValue Letter letter,
            @DefaultValue("") String box,
            @DefaultValue("response") Layout layout,
            @DefaultValue List<String> addressedTo,
            @DefaultValue("") String salutation,
            @DefaultValue("") String closing) {

        @ConstructorBinding
        public Settings {
            addressedTo = List.copyOf(addressedTo);
        }

        /** What is set for a recipient that gets no letter. */
        public Settings(String address, Letter letter, String box) {
            this(address, letter, box, Layout.RESPONSE, List.of(), "", "");
        }
    }

    /** A layout of the response. */
    public enum Layout {
        /** The office's form, as it is published. */
        RESPONSE,
        /** A letter to the recipient, with all that the form says. */
        LETTER
    }

    /**
     * The text of the email with which a copy is sent, with places to be filled in.
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
