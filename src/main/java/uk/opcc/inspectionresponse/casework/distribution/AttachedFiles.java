package uk.opcc.inspectionresponse.casework.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.publishing.document.Format;

/** In which formats the response goes with a mail. */
enum AttachedFiles implements Stored {
    PDF("pdf", Format.PDF),
    WORD("docx", Format.WORD),
    BOTH("both", Format.PDF, Format.WORD);

    private final String word;
    private final List<Format> formats;

    AttachedFiles(String word, Format... formats) {
        this.word = word;
        this.formats = List.of(formats);
    }

    /** Those of a mail. */
    static AttachedFiles of(ResponseMail mail) {
        Set<Format> attached =
                mail.attachments().stream().map(ResponseMail.Attachment::format).collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(files -> attached.equals(Set.copyOf(files.formats)))
                .findFirst()
                .orElse(BOTH);
    }

    @Override
    public String word() {
        return word;
    }

    List<Format> formats() {
        return formats;
    }
}
