package uk.opcc.inspectionresponse.platform.unfinished;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The forms that people have begun to fill in, in a table of the application: the engine would keep every version of
 * them in its history. Who may read and write them is decided elsewhere.
 */
@Component
class UnfinishedForms {

    private final JdbcClient database;
    private final Clock clock;

    UnfinishedForms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What everybody has typed into a form, the latest first. */
    List<UnfinishedForm> of(OpenForm form) {
        return database.sql("""
                        select person, version, content, saved_at from unfinished_form
                        where kind = :kind and subject = :subject
                        order by saved_at desc, person
                        """)
                .param("kind", form.kind())
                .param("subject", form.subject())
                .query(UnfinishedForms::read)
                .list();
    }

    /**
     * Keeps what somebody has typed, in place of an earlier version of it.
     *
     * @param after the version after which it was typed; 0 where nothing had been saved
     * @return what was saved; nothing, and nothing is changed, where another version has been saved since, or the one
     *     that is named is gone
     */
    Optional<UnfinishedForm> save(OpenForm form, String person, int after, String content) {
        UnfinishedForm saved = new UnfinishedForm(person, after + 1, content, clock.instant());
        return (after == 0 ? insert(form, saved) : update(form, saved, after)) ? Optional.of(saved) : Optional.empty();
    }

    private boolean insert(OpenForm form, UnfinishedForm typed) {
        try {
            database.sql("""
                            insert into unfinished_form (kind, subject, person, version, content, saved_at)
                            values (:kind, :subject, :person, :version, :content, :savedAt)
                            """)
                    .param("kind", form.kind())
                    .param("subject", form.subject())
                    .param("person", typed.person())
                    .param("version", typed.version())
                    .param("content", typed.content())
                    .param("savedAt", inDatabase(typed.savedAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean update(OpenForm form, UnfinishedForm typed, int after) {
        return database.sql("""
                                update unfinished_form
                                set version = :version, content = :content, saved_at = :savedAt
                                where kind = :kind and subject = :subject and person = :person and version = :after
                                """)
                        .param("kind", form.kind())
                        .param("subject", form.subject())
                        .param("person", typed.person())
                        .param("version", typed.version())
                        .param("content", typed.content())
                        .param("savedAt", inDatabase(typed.savedAt()))
                        .param("after", after)
                        .update()
                == 1;
    }

    /** Forgets what one person has typed into a form. */
    void forget(OpenForm form, String person) {
        database.sql("delete from unfinished_form where kind = :kind and subject = :subject and person = :person")
                .param("kind", form.kind())
                .param("subject", form.subject())
                .param("person", person)
                .update();
    }

    /** Forgets what anybody has typed into a form. */
    void forget(OpenForm form) {
        database.sql("delete from unfinished_form where kind = :kind and subject = :subject")
                .param("kind", form.kind())
                .param("subject", form.subject())
                .update();
    }

    /** The forms of tasks into which somebody has typed something. */
    List<OpenForm> ofTasks() {
        return database
                .sql("select distinct subject from unfinished_form where kind = ?")
                .param(OpenForm.TASK)
                .query(String.class)
                .list()
                .stream()
                .map(OpenForm::ofTask)
                .toList();
    }

    private static OffsetDateTime inDatabase(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static UnfinishedForm read(ResultSet row, int number) throws SQLException {
        return new UnfinishedForm(
                row.getString("person"),
                row.getInt("version"),
                row.getString("content"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
