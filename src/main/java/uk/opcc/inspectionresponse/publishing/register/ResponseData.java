package uk.opcc.inspectionresponse.publishing.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.opcc.inspectionresponse.platform.text.PrintedText;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.publishing.document.Response;

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
        int version,
        int versions,
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
     * A version of a response.
     *
     * @param shown the reference as people say it
     * @param addresses where the files of this version are
     * @param editions all that there are, the first one first
     */
    static ResponseData of(
            Entry entry,
            String shown,
            String office,
            List<Edition> editions,
            int version,
            Response response,
            DataAddresses addresses) {
        return new ResponseData(
                addresses.schema(),
                FORMAT_VERSION,
                shown,
                addresses.page(),
                office,
                new Report(PrintedText.inOneLine(response.title()), entry.inspectionType(), entry.reportPublishedOn()),
                entry.publishedOn(),
                entry.publishedOnDay(),
                entry.periodLength(),
                entry.inTime(),
                entry.link(),
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
                Arrays.stream(Format.values())
                        .map(format -> new File(format.contentType(), addresses.file(format)))
                        .toList());
    }
}
