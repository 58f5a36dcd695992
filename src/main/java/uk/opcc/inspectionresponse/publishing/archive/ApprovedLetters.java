package uk.opcc.inspectionresponse.publishing.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * The letters of the approved responses in the database. Whether the copy for a recipient is a letter is decided once
 * for each version, when it is kept: what the office sets later is for the next one.
 */
@Component
public class ApprovedLetters {

    private final JdbcClient database;

    ApprovedLetters(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps the letter of a version to a recipient, in all formats.
     *
     * @param recipient as settings and diagrams write it
     */
    public void keep(String reference, int version, String recipient, Function<Format, KeptDocument> rendered) {
        for (Format format : Format.values()) {
            KeptDocument document = rendered.apply(format);
            database.sql("""
                            insert into approved_letter (reference, version, recipient, format, sha256, content)
                            values (:reference, :version, :recipient, :format, :sha256, :content)
                            """)
                    .param("reference", reference)
                    .param("version", version)
                    .param("recipient", recipient)
                    .param("format", format.extension())
                    .param("sha256", document.sha256())
                    .param("content", document.content())
                    .update();
        }
    }

    /** The letter of a version to a recipient; none where the copy is the response itself. */
    public Optional<KeptDocument> find(String reference, int version, String recipient, Format format) {
        return database.sql("""
                        select content, sha256 from approved_letter
                        where reference = ? and version = ? and recipient = ? and format = ?
                        """)
                .params(reference, version, recipient, format.extension())
                .query((row, number) -> new KeptDocument(row.getBytes("content"), row.getString("sha256")))
                .optional();
    }

    /** Who gets a version as a letter. */
    public List<String> recipients(String reference, int version) {
        return database.sql("""
                        select recipient from approved_letter
                        where reference = ? and version = ? and format = ?
                        order by recipient
                        """)
                .params(reference, version, Format.HTML.extension())
                .query(String.class)
                .list();
    }
}
