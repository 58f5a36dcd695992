package uk.opcc.inspectionresponse.publishing.earlier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.Register;

/** What the register has when a check begins: its titles are read once, and not again for each line. */
final class RegisterAtCheck {

    private final Map<String, String> references = new HashMap<>();
    private final Register register;

    RegisterAtCheck(Register register, JdbcClient database) {
        this.register = register;
        database.sql("select reference, title, report_published_on from register_entry order by reference")
                .query(row -> {
                    references.putIfAbsent(
                            report(row.getString("title"), row.getObject("report_published_on", LocalDate.class)),
                            row.getString("reference"));
                });
    }

    /** The response to this report. */
    Optional<Entry> find(String title, LocalDate reportPublishedOn) {
        return Optional.ofNullable(references.get(report(title, reportPublishedOn)))
                .flatMap(register::find);
    }

    /** What makes two reports the same. */
    static String report(String title, LocalDate publishedOn) {
        return publishedOn + " " + SearchWords.plain(title);
    }
}
