package uk.opcc.inspectionresponse.publishing.archive;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.publishing.document.Format;

/** The record copies as they were last rendered: whoever looks at one again does not wait for it again. */
@Component
class RenderedRecordCopies {

    private final JdbcClient database;

    RenderedRecordCopies(JdbcClient database) {
        this.database = database;
    }

    /** The copy, if it was rendered from this very HTML. */
    Optional<KeptDocument> find(String reference, int version, Format format, KeptDocument html) {
        return database.sql("""
                        select content, sha256 from rendered_record_copy
                        where reference = ? and version = ? and format = ? and made_of = ?
                        """)
                .params(reference, version, format.extension(), html.sha256())
                .query((row, number) -> new KeptDocument(row.getBytes("content"), row.getString("sha256")))
                .optional();
    }

    /** Keeps what was rendered from this HTML, in the place of what was rendered before. */
    void keep(String reference, int version, Format format, KeptDocument html, KeptDocument rendered) {
        int known = database.sql("""
                        update rendered_record_copy set made_of = ?, sha256 = ?, content = ?
                        where reference = ? and version = ? and format = ?
                        """)
                .params(html.sha256(), rendered.sha256(), rendered.content(), reference, version, format.extension())
                .update();
        if (known > 0) {
            return;
        }
        try {
            database.sql("""
                            insert into rendered_record_copy (reference, version, format, made_of, sha256, content)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            reference,
                            version,
                            format.extension(),
                            html.sha256(),
                            rendered.sha256(),
                            rendered.content())
                    .update();
        } catch (DuplicateKeyException e) {
            // Somebody else has looked at it for the first time at the same moment, and has kept the same.
        }
    }
}
