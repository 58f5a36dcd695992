package uk.opcc.inspectionresponse.platform.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine does not keep of its users: how their names sound, and which password they chose themselves. */
@Component
class KnownAccounts {

    private final JdbcClient database;

    KnownAccounts(JdbcClient database) {
        this.database = database;
    }

    /** Who has this name or one that a person would take for it. */
    Optional<String> namesake(String name) {
        return database.sql("select user_name from account where folded_name = ?")
                .param(UserName.folded(name))
                .query(String.class)
                .optional();
    }

    /**
     * Keeps the name of a new user.
     *
     * @return whether nobody else has taken it at the same moment
     */
    boolean add(String name) {
        try {
            database.sql("insert into account (user_name, folded_name) values (?, ?)")
                    .params(name, UserName.folded(name))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void remove(String name) {
        database.sql("delete from account where user_name = ?").param(name).update();
    }

    /** Keeps that the user has chosen the password with this hash, also of a user whom another version has made. */
    void hasChosen(String name, String hash) {
        int known = database.sql("update account set chosen_password = ? where user_name = ?")
                .params(hash, name)
                .update();
        if (known == 0) {
            database.sql("insert into account (user_name, chosen_password) values (?, ?)")
                    .params(name, hash)
                    .update();
        }
    }

    /**
     * What is kept of a user, by the engine and beside it; nothing if there is no such user. Each request of everybody
     * asks for it, so it is one question, where the engine's own are two.
     */
    Optional<Known> find(String name) {
        return database.sql("select person.PWD_, member.GROUP_ID_, account.sessions_ended, account.chosen_password"
                        + " from ACT_ID_USER person"
                        + " left join ACT_ID_MEMBERSHIP member on member.USER_ID_ = person.ID_"
                        + " left join account on account.user_name = person.ID_ where person.ID_ = ?")
                .param(name)
                .query(KnownAccounts::read);
    }

    private static Optional<Known> read(ResultSet rows) throws SQLException {
        Known known = null;
        Set<String> groups = new HashSet<>();
        while (rows.next()) {
            Optional.ofNullable(rows.getString("GROUP_ID_")).ifPresent(groups::add);
            known = new Known(
                    Optional.ofNullable(rows.getString("PWD_")).orElse(""),
                    groups,
                    rows.getInt("sessions_ended"),
                    rows.getString("chosen_password"));
        }
        return Optional.ofNullable(known);
    }

    void endSessions(String name) {
        int known = database.sql("update account set sessions_ended = sessions_ended + 1 where user_name = ?")
                .param(name)
                .update();
        if (known == 0) {
            database.sql("insert into account (user_name, sessions_ended) values (?, 1)")
                    .param(name)
                    .update();
        }
    }

    /**
     * What is kept of a user; of one whom another version has made, the engine's part alone.
     *
     * @param password the hash of the password; empty where there is none
     * @param groups the ids of the user's groups
     * @param ended how often all sessions of the user were ended
     * @param chosenPassword the hash of the password that the user has chosen; null where there is none
     */
    record Known(String password, Set<String> groups, int ended, String chosenPassword) {}
}
