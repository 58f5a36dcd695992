package uk.opcc.inspectionresponse.publishing.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * A published response as data for others, in the form that {@code register/response-1.schema.json} describes. What is
 * not there is null.
 *
 * @param schema the address of the description
 * @param formatVersion goes up when something in the form is renamed, removed or means something else
 * @param office its name
 * @param dayOfPeriod the day of the statutory period on which the response was published, from 1
 * @param daysInPeriod how many the statutory period has
 * @param publishedElsewhere where another site published it
 * @param importedOn when it was brought in from the office's earlier records, of which no more is known
 * @param version of the response, from 1
 * @param versions how many there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResponseData(
        @JsonProperty("$schema") String schema,
        int formatVersion,
        String reference,
        String address,
        String office,
        Report report,
        LocalDate publishedOn,
        Integer dayOfPeriod,
        Integer daysInPeriod,
        Boolean inTime,
        String publishedElsewhere,
        LocalDate importedOn,
        Integer version,
        Integer versions,
        List<Correction> corrections,
        String statute,
        String keyFindings,
        String chiefOfficersComments,
        String localPolicingBodysComments,
        List<ItemData> items,
        Signature signature,
        List<File> files) {

    static final int FORMAT_VERSION = 1;

    /** The report that the response answers. */
    record Report(String title, String type, LocalDate publishedOn) {}

    /**
     * Why a version took the place of the one before it.
     *
     * @param publishedAt with the zone, as ISO 8601 has it
     */
    record Correction(int version, String publishedAt, String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signature(String name, String title, LocalDate on) {}

    /** The response as a document. */
    record File(String type, String address) {}

    /**
     * What is said of every response.
     *
     * @param reference as people say it
     * @param page of the response
     * @param office its name
     */
    record Described(String schema, String reference, String page, String office) {}

    /**
     * A version of a response.
     *
     * @param editions all that there are, the first one first
     */
    static ResponseData of(
            Described described,
            Entry entry,
            List<Edition> editions,
            int version,
            Response response,
            List<File> files) {
        return new ResponseData(
                described.schema(),
                FORMAT_VERSION,
                described.reference(),
                described.page(),
                described.office(),
                new Report(PrintedText.inOneLine(response.title()), entry.inspectionType(), entry.reportPublishedOn()),
                entry.publishedOn(),
                entry.publishedOnDay(),
                entry.periodLength(),
                entry.inTime(),
                entry.link(),
                null,
                version,
                entry.edition(),
                editions.stream()
                        .filter(edition -> edition.number() > 1 && edition.number() <= version)
                        .map(edition -> new Correction(
                                edition.number(),
                                ListedResponse.timestamp(edition.publishedAt()),
                                PrintedText.inLines(edition.reason())))
                        .toList(),
                ItemData.text(response.statute()),
                ItemData.text(response.keyFindings()),
                ItemData.text(response.chiefConstable()),
                ItemData.text(response.localPolicingBody()),
                ItemData.of(response),
                Optional.ofNullable(response.signature())
                        .map(signed -> new Signature(signed.name(), signed.title(), signed.on()))
                        .orElse(null),
                files);
    }

    /** A response from before the register. */
    static ResponseData ofImported(Described described, Entry entry, List<File> files) {
        return new ResponseData(
                described.schema(),
                FORMAT_VERSION,
                described.reference(),
                described.page(),
                described.office(),
                new Report(PrintedText.inOneLine(entry.title()), entry.inspectionType(), entry.reportPublishedOn()),
                entry.publishedOn(),
                null,
                null,
                null,
                entry.link(),
                importedOn(entry),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                files);
    }

    /** When a response was imported, in Europe/London; null where the application published it. */
    static LocalDate importedOn(Entry entry) {
        return entry.isImported() ? LocalDate.ofInstant(entry.importedAt(), StatutoryPeriod.ZONE) : null;
    }
}
